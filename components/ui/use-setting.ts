import { useEffect, useRef, useState } from 'preact/hooks';
import type { Setting } from '../settings/setting';

/** A setting and how to change it. Undefined until storage has answered. */
export function useSetting<Value>(
  setting: Setting<Value>,
): [Value | undefined, (value: Value) => Promise<void>] {
  const [value, setValue] = useState<Value>();
  const isNewer = useRef(false);
  useEffect(() => {
    isNewer.current = false;
    const show = (next: Value): void => setValue(() => next);
    // What was chosen meanwhile is newer than the answer of a slow storage.
    const begin = (stored: Value): void => {
      if (!isNewer.current) show(stored);
    };
    setting.get().then(begin, () => begin(setting.fallback));
    const stop = setting.watch((next) => {
      isNewer.current = true;
      show(next);
    });
    return () => {
      isNewer.current = true;
      stop();
    };
  }, [setting]);
  return [
    value,
    (next) => {
      isNewer.current = true;
      setValue(() => next);
      return setting.set(next);
    },
  ];
}
