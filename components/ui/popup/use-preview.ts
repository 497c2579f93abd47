import type { ComponentType } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { PreviewProps } from './preview/preview';

interface Previewed {
  View: ComponentType<PreviewProps>;
  blockId: string;
}

/** The board that is looked at, large, and what shows it, which is loaded then. And how to have another one there, or none. */
export function usePreview(): [Previewed | undefined, (blockId: string | undefined) => void] {
  const [previewed, setPreviewed] = useState<Previewed>();
  const show = useCallback((blockId: string | undefined): void => {
    if (blockId === undefined) return setPreviewed(undefined);
    void import('./preview/preview').then(({ Preview }) => setPreviewed({ View: Preview, blockId }));
  }, []);
  return [previewed, show];
}
