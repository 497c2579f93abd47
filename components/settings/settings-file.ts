import * as v from 'valibot';
import { AppError } from '../errors';
import type { Setting } from './setting';

/** Of the files that this version writes. It reads those of earlier ones. */
const version = 1;

const longestText = 1_000_000;

const fileSchema = v.object({
  product: v.picklist(['board-saver']),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.custom<Readonly<Record<string, unknown>>>((it) => typeof it === 'object' && it !== null),
});

/** Settings by their names. `never`: each takes values of its own, which are parsed before. */
export type TransferableSettings = Readonly<
  Record<string, Pick<Setting<never>, 'set'> & Pick<Setting<unknown>, 'get' | 'schema'>>
>;

/** What came of reading a file. */
export interface ImportedSettings {
  /** How many settings it had that are known here, and now hold. */
  count: number;
  /** Names of what it had that is not known here, or has no meaning. */
  skipped: readonly string[];
}

/** The settings as a file: JSON, and nothing that signs anybody in. */
export async function writeSettingsFile(settings: TransferableSettings): Promise<string> {
  const values = await Promise.all(
    Object.entries(settings).map(async ([name, setting]) => [name, await setting.get()] as const),
  );
  const file = { product: 'board-saver', version, settings: Object.fromEntries(values) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Takes the settings of such a file over, as far as they are known and have a meaning here; what else it has counts for
 * nothing. Errors: `settings-file-invalid`, `settings-file-newer`; then nothing has changed.
 */
export async function importSettingsFile(
  text: string,
  settings: TransferableSettings,
): Promise<ImportedSettings> {
  const file = v.safeParse(fileSchema, readJson(text));
  if (!file.success) throw new AppError('settings-file-invalid');
  if (file.output.version > version) throw new AppError('settings-file-newer');
  let count = 0;
  const skipped: string[] = [];
  for (const [name, said] of Object.entries(file.output.settings)) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const value = setting && v.safeParse(setting.schema, said);
    if (setting && value?.success) {
      await setting.set(value.output as never); // its own schema has made it
      count += 1;
    } else {
      skipped.push(name);
    }
  }
  return { count, skipped };
}

/** Nothing, where it is none or too long to be ours. */
function readJson(text: string): unknown {
  try {
    return text.length > longestText ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
