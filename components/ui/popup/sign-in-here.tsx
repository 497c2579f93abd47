import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import { Icon } from '../icons/icon';
import { OtherPage } from '../other-page';
import { useStyles } from '../use-styles';
import type { PopupDeps } from './popup-deps';
import { useTopic } from './use-topic';
import style from './sign-in-here.css?inline';

/** The one permission that saving a board needs. */
const boardScope = 'board:whiteboard:node:read';

interface SignInHereProps {
  deps: Pick<PopupDeps, 'send' | 'watch' | 'openOptions'>;
  brand: Brand;
  onSignedIn: () => void;
  class: string;
}

/**
 * *Create my app and sign in*, without the settings. The popup closes when the page to agree on opens: whoever comes
 * back meanwhile finds what is waited for.
 */
export function SignInHere({ deps, brand, onSignedIn, class: className }: SignInHereProps) {
  useStyles(style);
  const [progress] = useTopic(deps.watch, 'signIn', undefined, false);
  const [error, setError] = useState<ErrorData>();
  const waitedFor = useRef<string | undefined>(undefined);
  const isOver = !progress || progress.step === 'done' || progress.step === 'failed';
  useEffect(() => {
    if (progress && !isOver) waitedFor.current = progress.id;
    if (!progress || !isOver || waitedFor.current !== progress.id) return;
    waitedFor.current = undefined;
    if (progress.step === 'done') onSignedIn();
    else setError(progress.error);
  }, [progress]);

  const ask = (work: () => Promise<unknown>) => (): void => {
    setError(undefined);
    work().catch((thrown: unknown) => setError(toErrorData(thrown)));
  };
  const begin = ask(() => deps.send('sign-in/begin', { way: 'create', brand, scopes: [boardScope] }));
  return (
    <div class="sign-in-here" data-step={progress?.step}>
      {error && (
        <div role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      {isOver ? (
        <>
          <button type="button" class={className} onClick={begin}>
            {t('sign_in_create')}
          </button>
          <button type="button" class="button link" onClick={() => deps.openOptions(brand)}>
            {t('sign_in_other_ways')}
          </button>
        </>
      ) : (
        <>
          <output class="waiting-for">
            <Icon name="spinner" />
            {t(progress.step === 'registering' ? 'sign_in_registering' : 'sign_in_authorizing')}
          </output>
          <button type="button" class={className} onClick={ask(() => deps.send('sign-in/show'))}>
            {t('sign_in_show')}
          </button>
          <button type="button" class="button link" onClick={ask(() => deps.send('sign-in/cancel'))}>
            {t('sign_in_cancel')}
          </button>
          {progress.step === 'registering' && progress.pageUrl && <OtherPage pageUrl={progress.pageUrl} />}
        </>
      )}
    </div>
  );
}
