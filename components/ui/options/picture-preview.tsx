import { useEffect, useState } from 'preact/hooks';
import type { BoardRecipe } from '../../board-recipe';
import { toErrorData, type ErrorData } from '../../errors';
import { formatBytes } from '../../i18n/format-bytes';
import { t } from '../../i18n/t';
import type { ConvertedPicture } from '../../images/converted-picture';
import { ErrorNote } from '../error-note';
import type { OptionsDeps } from './options-deps';
import { sampleBoard } from './sample-board';

interface PicturePreviewProps {
  recipe: BoardRecipe;
  previewPicture: OptionsDeps['previewPicture'];
}

/** A sample board, made by the recipe that is chosen. */
export function PicturePreview({ recipe, previewPicture }: PicturePreviewProps) {
  const [picture, setPicture] = useState<ConvertedPicture>();
  const [error, setError] = useState<ErrorData>();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const svg = new Blob([sampleBoard()], { type: 'image/svg+xml' });
    previewPicture(svg, recipe, leaving.signal).then(
      (made) => {
        if (leaving.signal.aborted) return;
        setError(undefined);
        setPicture(made);
      },
      (thrown: unknown) => {
        if (!leaving.signal.aborted) setError(toErrorData(thrown));
      },
    );
    return () => leaving.abort();
  }, [previewPicture, recipe]);
  useEffect(() => {
    if (!picture) return undefined;
    const made = URL.createObjectURL(picture.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);

  return (
    <figure class="preview line-block" aria-label={t('options_preview')}>
      <div class="preview-picture">{url && <img src={url} alt={t('options_preview_alt')} />}</div>
      {error ? (
        <ErrorNote error={error} />
      ) : (
        <figcaption class="quiet">
          {recipe.format === 'as-served' ? t('options_preview_served') : picture && facts(picture)}
        </figcaption>
      )}
    </figure>
  );
}

function facts({ type, width, height, bytes }: ConvertedPicture): string {
  const format = type.replace(/^image\/|\+xml$/g, '').toUpperCase();
  return [t('pixels', [width, height]), format, formatBytes(bytes)].join(' · ');
}
