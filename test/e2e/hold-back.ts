import type { Feishu } from '../feishu/server';

/** Has the answers at a path wait, all but so many first ones, until they are let go by the function that is returned. */
export function holdBack({ faults }: Feishu, path: RegExp | string, after = 0): () => void {
  let letGo = (): void => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  faults.add({ match: { path }, kind: 'delay', until, after, times: Infinity });
  return letGo;
}
