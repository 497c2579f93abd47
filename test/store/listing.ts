import { readFileSync } from 'node:fs';
import { projectFolder } from '../architecture/read-sources';
import type { Language } from '../browser/launch-extension';

/** What a store is told about the extension in one language. */
export interface Listing {
  language: Language;
  /** The name and the one sentence below it: those of the manifest. */
  name: string;
  summary: string;
  description: string;
  /** The one thing that it is for, as the Chrome Web Store asks. */
  singlePurpose: string;
  /** Why each permission is asked for; `hosts` and `optional hosts` are those of the manifest. */
  permissions: ReadonlyMap<string, string>;
  /** The answers to what the stores ask about data, by the question's English words. */
  privacy: ReadonlyMap<string, string>;
  /** What is said of each screenshot. */
  screenshots: ReadonlyMap<string, string>;
}

/** Reads `.github/store/LANGUAGE.md`, and the names from the messages that the extension itself shows. */
export function readListing(language: Language): Listing {
  const messages = JSON.parse(
    readFileSync(`${projectFolder}public/_locales/${language}/messages.json`, 'utf8'),
  ) as Record<string, { message: string } | undefined>;
  const text = readFileSync(`${projectFolder}.github/store/${language}.md`, 'utf8');
  return {
    language,
    name: messages['extension_name']?.message ?? '',
    summary: messages['extension_description']?.message ?? '',
    ...parseListing(text),
  };
}

/** Reads the sections of a listing, whose headings are the same in every language. */
export function parseListing(text: string): Omit<Listing, 'language' | 'name' | 'summary'> {
  const sections = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [heading = '', ...lines] = section.split('\n');
        return [heading.trim(), lines.join('\n').trim()] as const;
      }),
  );
  const section = (heading: string): string => {
    const found = sections.get(heading);
    if (!found) throw new Error(`the listing has no section ${heading}`);
    return found;
  };
  return {
    description: section('Description'),
    singlePurpose: section('Single purpose'),
    permissions: entries(section('Permissions')),
    privacy: entries(section('Privacy')),
    screenshots: entries(section('Screenshots')),
  };
}

/** A list of `- name: text`, the name in code marks or not, the colon as the language has it. */
function entries(list: string): Map<string, string> {
  return new Map(
    list.split('\n').map((line) => {
      const [, name = '', text = ''] = /^- `?([\w ]+?)`?(?:: |：)(.+)$/.exec(line) ?? [];
      if (!text) throw new Error(`not an entry of a list: ${line}`);
      return [name, text] as const;
    }),
  );
}
