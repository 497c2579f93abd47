import { useEffect, useState } from 'preact/hooks';
import type { ErrorData } from '../../errors';
import { usePopup } from './popup-context';

/**
 * A page that cannot be reached may be one that the browser keeps from the extension: then that is what is the matter.
 * It is no document where the browser keeps its address as well, though all hosts of documents may be read.
 */
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
  if (!isOutOfReach) return error;
  if (isMissing) return { code: 'hosts-not-allowed' };
  return tabUrl?.startsWith('https:') ? error : { code: 'page-not-document' };
}
