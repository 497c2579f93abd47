/** What was learned of each API host, by its name: whether it exports boards as drawings. */
export interface ExportMemory {
  /** Undefined where it is not known, or not any more. */
  get(host: string): boolean | undefined;
  set(host: string, exports: boolean): void;
}

/** For so long, in ms, a host is not asked again what it has shown not to have. */
const rememberedForMs = 24 * 60 * 60_000;

const prefix = 'board-export ';

/**
 * Remembers it for a day in `localStorage`, which the extension's pages share and can read without waiting. It is in
 * no public document that a host exports boards, so it may begin to, or cease. A storage that fails knows nothing.
 */
export function createExportMemory(open: () => Storage, now: () => number): ExportMemory {
  return {
    get(host) {
      try {
        const [, answer, at] = /^(yes|no) (\d+)$/.exec(open().getItem(prefix + host) ?? '') ?? [];
        const age = now() - Number(at);
        return age >= 0 && age < rememberedForMs ? answer === 'yes' : undefined;
      } catch {
        return undefined;
      }
    },
    set(host, exports) {
      try {
        open().setItem(prefix + host, `${exports ? 'yes' : 'no'} ${now()}`);
      } catch {
        // Full, or forbidden: it is learned anew.
      }
    },
  };
}
