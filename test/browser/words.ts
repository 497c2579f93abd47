import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../../components/errors';
import type { MessageKey } from '../../components/i18n/t';
import type { Language } from './launch-extension';

export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** What the user is to read, out of the very files that the extension takes its words from. */
export interface Words {
  /** A message with its placeholders filled in. */
  (key: MessageKey, ...substitutions: (string | number)[]): string;
  /** What is wrong, and the way out, for an error. The substitutions are scopes, code, time to wait. */
  error(code: ErrorCode, ...substitutions: string[]): { sentence: string; help: string };
}

export function wordsOf(language: Language): Words {
  return wordsFrom(readMessages(language), language);
}

/** The messages of a language, as they lie in the repository. */
export function readMessages(language: Language): Record<string, Message> {
  const file = fileURLToPath(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>;
}

/** What these messages say; numbers as in `language`. */
export function wordsFrom(messages: Record<string, Message>, language: Language): Words {
  const numbers = new Intl.NumberFormat(language.replace('_', '-'));

  const fill = (key: string, substitutions: readonly (string | number)[]): string => {
    const found = messages[key];
    if (!found) throw new Error(`${language} has no message ${key}`);
    return found.message.replaceAll(/\$([a-z]+)\$/gi, (_, placeholder: string) => {
      const place = Number(found.placeholders?.[placeholder]?.content.slice(1));
      const substitution = substitutions[place - 1] ?? '';
      return typeof substitution === 'number' ? numbers.format(substitution) : substitution;
    });
  };
  const words = (key: MessageKey, ...substitutions: (string | number)[]): string => fill(key, substitutions);
  return Object.assign(words, {
    error: (code: ErrorCode, ...substitutions: string[]) => {
      const key = `error_${code.replaceAll('-', '_')}`;
      return { sentence: fill(key, substitutions), help: fill(`${key}_help`, substitutions) };
    },
  });
}
