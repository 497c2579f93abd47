import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { t } from '../../i18n/t';
import { usePopup } from './popup-context';
import type { SignInHere } from './sign-in-here';

interface SignInRemedyProps {
  brand: Brand | undefined;
  /** Whether nobody is signed in: then it can be done here, without the settings. */
  isFirst: boolean;
  /** The list can be had now. */
  onSignedIn: () => void;
  class: string;
}

/** The way in: in the settings, or, for whoever has never signed in, right here. That is loaded when it is needed. */
export function SignInRemedy({ brand, isFirst, onSignedIn, class: className }: SignInRemedyProps) {
  const { deps } = usePopup();
  const [here, setHere] = useState<{ View: typeof SignInHere } | 'not-here' | 'not-known'>('not-known');
  const isHere = isFirst && brand !== undefined;
  useEffect(() => {
    if (!isHere) return;
    const load = async (): Promise<void> => {
      const [mayCreate, { SignInHere: View }] = await Promise.all([
        deps.mayCreateApp(),
        import('./sign-in-here'),
      ]);
      setHere(mayCreate ? { View } : 'not-here');
    };
    load().catch(() => setHere('not-here'));
  }, [deps, isHere]);

  if (isHere && typeof here === 'object') {
    return <here.View deps={deps} brand={brand} onSignedIn={onSignedIn} class={className} />;
  }
  return (
    <button
      type="button"
      class={className}
      // It keeps the place of what comes, and is no goal for a pointer until it is known to stay.
      style={{ visibility: isHere && here === 'not-known' ? 'hidden' : undefined }}
      onClick={() => deps.openOptions(brand)}
    >
      {t('remedy_sign_in')}
    </button>
  );
}
