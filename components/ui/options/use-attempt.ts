import { useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';

/** Something that is tried at a click: whether it is under way, why it failed the last time, and how to try. */
export interface UseAttempt {
  isBusy: boolean;
  error: ErrorData | undefined;
  setError: (error: ErrorData | undefined) => void;
  /** Does nothing while an attempt is under way. Resolves to whether it worked. */
  attempt: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** For one button, or for some of which only one can be under way. */
export function useAttempt(): UseAttempt {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (isBusy) return false;
    setError(undefined);
    setBusy(true);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(toErrorData(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, setError, attempt };
}
