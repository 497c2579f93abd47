import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { JobView } from '../../saving/view-job';
import { Icon } from '../icons/icon';
import { usePopup } from './popup-context';

/** From what time left on one has something better to do than to keep a popup open, in ms. */
const longMs = 30_000;

/** Offers, while a job will take long, to follow it beside the page: a popup is closed by the first click elsewhere. */
export function PanelOffer({ job }: { job: JobView }) {
  const { sidePanel } = usePopup().deps;
  const isLong = takesLong(job);
  const [isOffered, setOffered] = useState(isLong);
  // Once offered it stays, though the time that is left gets shorter.
  useEffect(() => setOffered((last) => last || isLong), [isLong]);
  if (!sidePanel || !isOffered) return null;
  return (
    <button type="button" class="button" data-action="panel" onClick={() => void sidePanel.open()}>
      <Icon name="panel" />
      {t('job_keep_in_panel')}
    </button>
  );
}

/** A whole wiki does, before anybody can tell how long. */
function takesLong({ msLeft = 0, pages, state }: JobView): boolean {
  return msLeft >= longMs || pages.total > 0 || state === 'counting';
}
