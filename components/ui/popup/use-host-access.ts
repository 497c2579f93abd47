import { useEffect, useState } from 'preact/hooks';
import type { ErrorData } from '../../errors';
import { usePopup } from './popup-context';

/** A page that cannot be reached may be one that the browser keeps from the extension: then that is what is the matter. */
export function useHostAccess(error: ErrorData): ErrorData {
  const { hostAccess } = usePopup().deps;
  const [isMissing, setMissing] = useState(false);
  const isOutOfReach = error.code === 'page-unreachable';
  useEffect(() => {
    const look = async (): Promise<void> => setMissing(await hostAccess.isMissing());
    if (!isOutOfReach) return undefined;
    void look();
    return hostAccess.watch(() => void look());
  }, [hostAccess, isOutOfReach]);
  return isOutOfReach && isMissing ? { code: 'hosts-not-allowed' } : error;
}
