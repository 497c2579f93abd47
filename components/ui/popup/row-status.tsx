import type { Brand } from '../../boards/board';
import type { ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { formatBytes } from '../../i18n/format-bytes';
import { formatTime } from '../../i18n/format-time';
import { t } from '../../i18n/t';
import type { StoredImage } from '../../image-store/stored-image';
import type { StoodIn } from '../../saving/job';
import { later } from '../later';
import { Age } from './age';
import { usePopup } from './popup-context';
import { pictureFaults, pictureNotes, sizeWords, typeWord } from './picture-words';
import type { ActionResult, ActionState } from './use-action';
import type { Picture } from './use-picture';

const RemedyButton = later(async () => (await import('./remedy-button')).RemedyButton);

interface RowStatusProps {
  copy: ActionState;
  save: ActionState;
  /** The action that was started last: the one that the line speaks of. */
  last: 'copy' | 'save';
  picture: Picture;
  brand: Brand;
  /** The list's own problem: not said again in every row. */
  listProblem: ErrorData | undefined;
}

/** The one line below a board's name: what just happened to it, else what its picture is. */
export function RowStatus({ copy, save, last, picture, brand, listProblem }: RowStatusProps) {
  const action = last === 'copy' ? copy : save;
  switch (action.phase) {
    case 'busy':
      return <p class="status">{t(last === 'copy' ? 'popup_copying' : 'popup_saving')}</p>;
    case 'failed':
      // Its own button has become *again*.
      return <Problem error={action.error} brand={brand} />;
    case 'done':
      return <Done action={action} last={last} image={picture.image} />;
    case 'idle':
  }
  if (picture.error && picture.error.code !== listProblem?.code) {
    return <Problem error={picture.error} brand={brand} onRetry={picture.retry} />;
  }
  if (picture.image) return <Facts image={picture.image} />;
  return <p class="status">{t(picture.isLoading ? 'popup_picture_loading' : 'popup_picture_waiting')}</p>;
}

interface DoneProps {
  action: ActionResult;
  last: 'copy' | 'save';
  /** What is known of the picture by now: it is looked at when it has been saved. */
  image: StoredImage | undefined;
}

function Done({ action: { fileName, stoodIn, made, notes = [] }, last, image }: DoneProps) {
  const { deps } = usePopup();
  if (stoodIn) return <p class="status warning">{stoodInText(last, stoodIn, deps.now())}</p>;
  const done = made ?? t(last === 'copy' ? 'popup_copied' : 'popup_saved');
  if (notes.length === 0) {
    return (
      <p class="status good">
        <span>{done}</span>
        {fileName !== undefined && (
          <>
            {' '}
            <button type="button" class="button link" onClick={() => void deps.showFile(fileName)}>
              {t('job_show')}
            </button>
          </>
        )}
        {image && <Faults of={image} />}
      </p>
    );
  }
  return (
    <p class="status warning" title={[done, ...notes].join('\n')}>
      {notes.join(' ')}
    </p>
  );
}

/** What was done, with a picture from when, and why not with a newer one. */
export function stoodInText(action: 'copy' | 'save', { fetchedAt, because }: StoodIn, now: number): string {
  return t(action === 'copy' ? 'notice_copied_stood_in' : 'notice_saved_stood_in', [
    formatTime(fetchedAt, now),
    errorText(because).sentence,
  ]);
}

function Problem({ error, brand, onRetry }: { error: ErrorData; brand: Brand; onRetry?: () => void }) {
  const { sentence, help, logId } = errorText(error);
  return (
    <p class="status bad" title={[help, logId && t('log_id', logId)].filter(Boolean).join('\n')}>
      {sentence}{' '}
      <RemedyButton error={error} brand={brand} class="button link" {...(onRetry ? { onRetry } : {})} />
    </p>
  );
}

function Facts({ image }: { image: StoredImage }) {
  return (
    <p class="status" title={pictureNotes(image).join('\n') || undefined}>
      <Faults of={image} /> <span>{[sizeWords(image), typeWord(image)].filter(Boolean).join(' · ')}</span>{' '}
      <span>
        {formatBytes(image.bytes)} · <Age at={image.fetchedAt} />
      </span>
    </p>
  );
}

/** What looks wrong with a picture. */
function Faults({ of }: { of: StoredImage }) {
  const faults = pictureFaults(of);
  return faults.length === 0 ? null : (
    <>
      {' '}
      <span class="warning" title={t('fault_hint')}>
        {faults.join(' · ')}
      </span>
    </>
  );
}
