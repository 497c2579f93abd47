import { useEffect, useState } from 'preact/hooks';
import type { StoredImage } from '../../../image-store/stored-image';
import { usePopup } from '../popup-context';

/** The address of a whole picture out of the store; undefined until it is read, and where it has gone. */
export function useStoredPicture(image: StoredImage | undefined): string | undefined {
  const { deps } = usePopup();
  const [read, setRead] = useState<{ of: string; url: string }>();
  const version = image && `${image.key} ${image.fetchedAt}`;
  useEffect(() => {
    if (!image || !version) return undefined;
    let url: string | undefined;
    let isHere = true;
    deps.readPicture(image.key).then(
      (blob) => {
        if (!isHere || !blob) return;
        url = URL.createObjectURL(blob);
        setRead({ of: version, url });
      },
      () => undefined, // the small picture stays
    );
    return () => {
      isHere = false;
      if (url) URL.revokeObjectURL(url);
    };
    // A new object for the same picture is no reason to read it again.
  }, [deps, version]);
  return read?.of === version ? read?.url : undefined;
}
