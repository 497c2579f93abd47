import type { sendToBackground } from '../../messaging/send';
import type { settings } from '../../settings/settings';

/** All that the settings page needs of the world. */
export interface OptionsDeps {
  send: typeof sendToBackground;
  settings: Pick<
    typeof settings,
    'freshMinutes' | 'cacheBudgetMb' | 'rightClick' | 'toolbar' | 'defaultBrand'
  >;
  /** Opens *Diagnose this page*, to choose among the documents that are open. */
  diagnose(): void;
  /** The extension's own version. */
  version: string;
}
