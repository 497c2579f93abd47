import { useEffect, useState } from 'preact/hooks';
import { whyUnreachable } from '../../boards/why-unreachable';
import type { ErrorData } from '../../errors';
import { usePopup } from './popup-context';

/** Says of a page that cannot be reached why that is, for as long as that is so. */
export function useHostAccess(error: ErrorData): ErrorData {
  const { hostAccess, tabUrl } = usePopup().deps;
  const [isMissing, setMissing] = useState(false);
  const isOutOfReach = error.code === 'page-unreachable';
  useEffect(() => {
    const look = async (): Promise<void> => setMissing(await hostAccess.isMissing());
    if (!isOutOfReach) return undefined;
    void look();
    return hostAccess.watch(() => void look());
  }, [hostAccess, isOutOfReach]);
  return isOutOfReach ? { ...error, code: whyUnreachable(isMissing, tabUrl) } : error;
}
