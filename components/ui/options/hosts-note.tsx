import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import type { HostAccess } from '../host-access';

/** Above all else while the browser withholds the hosts: nothing works without them. */
export function HostsNote({ access }: { access: HostAccess }) {
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const look = async (): Promise<void> => setMissing(await access.isMissing());
    void look();
    return access.watch(() => void look());
  }, [access]);
  if (!isMissing) return null;
  return (
    <div class="note bad" role="alert">
      <ErrorNote error={{ code: 'hosts-not-allowed' }} />
      <button type="button" class="button primary" onClick={() => void access.ask()}>
        {t('remedy_allow_hosts')}
      </button>
    </div>
  );
}
