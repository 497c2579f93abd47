import { useEffect, useState } from 'preact/hooks';
import { formatAge } from '../../i18n/format-time';
import { usePopup } from './popup-context';

const everyMs = 30_000;

/** How long ago `at` was, in ms since the epoch. Only what is no longer true is drawn anew: a list can have hundreds. */
export function Age({ at }: { at: number }) {
  const { now } = usePopup().deps;
  const [, show] = useState('');
  useEffect(() => {
    const look = (): void => show(formatAge(at, now()));
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [at, now]);
  return <>{formatAge(at, now())}</>;
}
