import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Sheet = ComponentType<{ onClose: () => void }>;

/** `?` brings the sheet of keys, which is loaded then; undefined while it is not to be seen. And how to close it. */
export function useKeysSheet(): [Sheet | undefined, () => void] {
  const [sheet, setSheet] = useState<{ view: Sheet }>();
  useEffect(() => {
    const onKey = ({ key, target, defaultPrevented }: KeyboardEvent): void => {
      const isTyping = target instanceof HTMLElement && target.matches('input[type="search"]');
      if (key !== '?' || isTyping || defaultPrevented) return;
      void import('./keys-sheet').then(({ KeysSheet }) => setSheet({ view: KeysSheet }));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [sheet?.view, () => setSheet(undefined)];
}
