import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Message, readMessages, type Words, wordsFrom } from '../../browser/words';

const built = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** Two fifths longer, as translations into German or Russian are; what stands for something else stays. */
function lengthen(text: string): string {
  return text.replaceAll(/\$\w+\$?|[aeiou]/gi, (found) => (found.startsWith('$') ? found : found + found));
}

/** English in long words. */
export function longWords(): Words {
  const messages = Object.entries(readMessages('en')).map(
    ([key, said]) => [key, { ...said, message: lengthen(said.message) }] as const,
  );
  return wordsFrom(Object.fromEntries(messages), 'en');
}

/** A copy of the built extension that speaks in long words; the caller removes it. */
export async function buildWithLongWords(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-long-words-'));
  await cp(built, folder, { recursive: true });
  const file = join(folder, '_locales/en/messages.json');
  const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, Message>;
  for (const [key, said] of Object.entries(messages)) {
    // The manifest's own have lengths that browsers hold.
    if (!key.startsWith('extension_') && key !== 'language_tag') said.message = lengthen(said.message);
  }
  await writeFile(file, JSON.stringify(messages));
  return folder;
}
