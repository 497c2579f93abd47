import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { usePopup } from './popup-context';
import type { WayToBoards } from './popup-deps';

interface OpenDocumentProps {
  /** Where there is no way: looks at the page again. */
  onRetry: (() => void) | undefined;
  class: string;
}

/** The way to boards from where there are none: the document that was open last, else where all documents are. */
export function OpenDocument({ onRetry, class: className }: OpenDocumentProps) {
  const { deps } = usePopup();
  const [found, setFound] = useState<{ way: WayToBoards | undefined }>();
  useEffect(() => void deps.wayToBoards().then((way) => setFound({ way })), [deps]);
  if (!found) return null;
  const { way } = found;
  const label = wordsFor(way);
  return (
    <button
      type="button"
      class={className}
      title={label}
      onClick={() => (way ? void deps.openPage(way.url) : onRetry?.())}
    >
      <span class="name" dir="auto">
        {label}
      </span>
    </button>
  );
}

function wordsFor(way: WayToBoards | undefined): string {
  if (!way) return t('popup_look_again');
  if (way.title === undefined) return t('open_documents');
  return t('open_document', way.title || t('document_untitled'));
}
