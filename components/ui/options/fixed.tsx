import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/t';
import type { Setting } from '../../settings/setting';
import { useFixed } from './use-fixed';

interface FixedProps<Value> {
  setting: Setting<Value>;
  /** What changes it. */
  children: ComponentChildren;
}

/** What changes a setting; where the administrator has fixed that, it is shown as it is and can do nothing. */
export function Fixed<Value>({ setting, children }: FixedProps<Value>) {
  return useFixed(setting) ? (
    <fieldset class="fixed" disabled>
      {children}
      <p class="quiet hint fixed-note">{t('options_fixed')}</p>
    </fieldset>
  ) : (
    <>{children}</>
  );
}
