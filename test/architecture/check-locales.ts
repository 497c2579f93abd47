import * as v from 'valibot';

const messagesSchema = v.record(
  v.string(),
  v.object({
    message: v.pipe(v.string(), v.trim(), v.minLength(1)),
    description: v.optional(v.string()),
    placeholders: v.optional(
      v.record(v.string(), v.object({ content: v.string(), example: v.optional(v.string()) })),
    ),
  }),
);

/** One language: its sentences by key. */
export type Messages = v.InferOutput<typeof messagesSchema>;

export interface LocaleCheck {
  /** The text of each `messages.json` by its locale; `en` is the one that the others are held against. */
  locales: ReadonlyMap<string, string>;
  errorCodes: readonly string[];
  /** The sources that may use keys. */
  sources: ReadonlyMap<string, string>;
}

/** Each fault of the words in one sentence. */
export function checkLocales({ locales, errorCodes, sources }: LocaleCheck): string[] {
  const parsed = new Map(
    [...locales].map(([name, text]) => [name, v.parse(messagesSchema, JSON.parse(text))]),
  );
  const english = parsed.get('en');
  if (english === undefined) return ['there is no locale en'];
  return [
    ...[...parsed].flatMap(([name, messages]) => [
      ...compareWithEnglish(name, messages, english),
      ...checkPlaceholders(name, messages),
      ...errorKeys(errorCodes)
        .filter((key) => !Object.hasOwn(messages, key))
        .map((key) => `${name}: ${key} is missing`),
    ]),
    ...checkUse(english, errorKeys(errorCodes), [...sources.values()].join('\n')),
  ];
}

/** The keys of an error code's sentence and of its way out. Message names cannot hold hyphens. */
function errorKeys(codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const key = `error_${code.replaceAll('-', '_')}`;
    return [key, `${key}_help`];
  });
}

function compareWithEnglish(name: string, messages: Messages, english: Messages): string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(messages, key));
  const foreign = Object.keys(messages).filter((key) => !Object.hasOwn(english, key));
  const different = Object.keys(english).filter(
    (key) =>
      Object.hasOwn(messages, key) &&
      placeholdersIn(messages[key]).join() !== placeholdersIn(english[key]).join(),
  );
  return [
    ...missing.map((key) => `${name}: ${key} is missing`),
    ...foreign.map((key) => `${name}: ${key} is not in en`),
    ...different.map((key) => `${name}: ${key} has other placeholders than in en`),
  ];
}

function checkPlaceholders(name: string, messages: Messages): string[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const declared = Object.keys(message.placeholders ?? {}).map((placeholder) => placeholder.toLowerCase());
    const used = placeholdersIn(message).filter((placeholder) => !/^\d$/.test(placeholder));
    return [
      ...used
        .filter((one) => !declared.includes(one))
        .map((one) => `${name}: ${key} does not declare $${one}$`),
      ...declared.filter((one) => !used.includes(one)).map((one) => `${name}: ${key} does not use $${one}$`),
    ];
  });
}

/** `count` for `$COUNT$`, `1` for `$1`; sorted. */
function placeholdersIn(message: Messages[string] | undefined): string[] {
  const text = (message?.message ?? '').replaceAll('$$', '');
  const names = [...text.matchAll(/\$([a-z0-9_@]+)\$|\$(\d)/gi)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(names.map((name) => name.toLowerCase()))].toSorted();
}

function checkUse(english: Messages, known: readonly string[], text: string): string[] {
  const quoted = new Set([...text.matchAll(/(['"`])([A-Za-z0-9_@]+)\1/g)].map((match) => match[2]));
  const manifest = [...text.matchAll(/__MSG_([A-Za-z0-9_@]+)__/g)].map((match) => match[1] ?? '');
  const called = [...text.matchAll(/\bt\(\s*(['"])([A-Za-z0-9_@]+)\1/g)].map((match) => match[2] ?? '');
  // Keys made of a prefix and a value, as in `scope_${state}`; those of errors are known.
  const made = [...text.matchAll(/`([a-z][a-z0-9_]*_)\$\{[^`]*\}([a-z0-9_]*)`/g)].map(
    (match) => [match[1] ?? '', match[2] ?? ''] as const,
  );
  const isUsed = (key: string): boolean =>
    known.includes(key) ||
    quoted.has(key) ||
    quoted.has(key.replace(/_(zero|one|two|few|many|other)$/, '')) ||
    manifest.includes(key) ||
    made.some(([start, end]) => start !== 'error_' && key.startsWith(start) && key.endsWith(end));
  return [
    ...Object.keys(english)
      .filter((key) => !isUsed(key))
      .map((key) => `${key} is used nowhere`),
    ...[...manifest, ...called]
      .filter((key) => !Object.hasOwn(english, key) && !key.startsWith('@@'))
      .map((key) => `${key} is used and is not in en`),
  ];
}
