import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { JobView } from '../../saving/view-job';
import { usePopup } from './popup-context';

/** From what time left on nobody waits with the popup open, in ms. */
const longMs = 60_000;

/** Offers, while a job will take long, to tell of its end: the browser asks then whether it may. */
export function NoticeOffer({ job: { msLeft = 0 } }: { job: JobView }) {
  const { noticeAccess } = usePopup().deps;
  const [isOffered, setOffered] = useState(false);
  const isLong = msLeft >= longMs;
  useEffect(() => {
    // Once offered it stays, though the time that is left gets shorter.
    if (isLong) void noticeAccess.isAllowed().then((isAllowed) => setOffered(!isAllowed));
  }, [noticeAccess, isLong]);
  if (!isOffered) return null;
  return (
    <button
      type="button"
      class="button"
      data-action="notify"
      onClick={() => void noticeAccess.allow().then((isAllowed) => setOffered(!isAllowed))}
    >
      {t('job_notify')}
    </button>
  );
}
