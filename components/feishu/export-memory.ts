import type { Brand } from '../boards/board';

/** What was learned of each API host: whether it exports boards as drawings. */
export interface ExportMemory {
  /** Undefined where it is not known, or not any more. */
  get(brand: Brand): boolean | undefined;
  set(brand: Brand, exports: boolean): void;
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
    get(brand) {
      try {
        const [, answer, at] = /^(yes|no) (\d+)$/.exec(open().getItem(prefix + brand) ?? '') ?? [];
        const age = now() - Number(at);
        return age >= 0 && age < rememberedForMs ? answer === 'yes' : undefined;
      } catch {
        return undefined;
      }
    },
    set(brand, exports) {
      try {
        open().setItem(prefix + brand, `${exports ? 'yes' : 'no'} ${now()}`);
      } catch {
        // Full, or forbidden: it is learned anew.
      }
    },
  };
}
