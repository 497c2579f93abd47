import { useEffect, useState } from 'preact/hooks';
import type { Setting } from '../../settings/setting';

/** Whether the administrator has fixed a setting, now and after each change of the policy. */
export function useFixed(
  setting: Pick<Setting<never>, 'isFixed'> & { watch: Setting<unknown>['watch'] },
): boolean {
  const [isFixed, setFixed] = useState(false);
  useEffect(() => {
    const look = (): void => void setting.isFixed().then(setFixed, () => undefined);
    look();
    return setting.watch(look);
  }, [setting]);
  return isFixed;
}
