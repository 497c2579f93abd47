import { useEffect, useState } from 'preact/hooks';
import type { Policy } from '../../settings/policy';

/** The administrator's policy; undefined until the browser has answered. */
export function usePolicy(readPolicy: () => Promise<Policy>): Policy | undefined {
  const [policy, setPolicy] = useState<Policy>();
  useEffect(() => void readPolicy().then(setPolicy, () => undefined), [readPolicy]);
  return policy;
}
