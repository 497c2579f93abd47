import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultFolderTemplate,
  defaultSetTemplate,
  defaultTemplate,
  expandTemplate,
  type NameFields,
  safeFileName,
  safeFolderName,
  uniqueNames,
} from '../../../components/saving/file-name';

const fields: NameFields = {
  doc: 'Roadmap',
  heading: 'Q3',
  caption: 'Login flow',
  name: 'Login flow',
  n: 7,
  highest: 12,
  date: new Date(2026, 0, 5, 23, 59).getTime(),
  id: 'doxcn1',
  width: 640,
  height: 480,
};
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Text as people and attackers write it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'con',
          'NUL',
          'com1',
          'CLOCK$',
          'desktop.ini',
          '.lnk',
          '.{20D0}',
          '..',
          '/',
          '\\',
          ':',
        ),
        fc.constantFrom('.', ' ', '\t', '~', '%', '\u202E', '\u200D', '\uFEFF', '\uD800', '\u3000', '\u00AD'),
        fc.constantFrom('e\u0301', '👨‍👩‍👧', '🇨🇳', '画板', 'é', 'A', '\u0301'.repeat(40)),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

/** What the file systems and the browsers refuse, written down on its own from their rules. */
function problemsOf(name: string): string[] {
  const rules: [string, boolean][] = [
    ['empty', name === ''],
    ['too long', bytes(name) > 200],
    ['a reserved character', /\p{Cc}|["*/:<>?\\|~%]/u.test(name)],
    [
      'an invisible character',
      /[\u200B-\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF]|\p{Cf}|\p{Cn}/u.test(name),
    ],
    ['a lone surrogate', /\p{Cs}/u.test(name)],
    ['a space or dot at an end', /^[\s.]|[\s.]$/.test(name)],
    ['a device', /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$) *(\.|$)/i.test(name)],
    ['not NFC', name !== name.normalize('NFC')],
    ['two spaces', /\s\s|[^\S ]/.test(name)],
  ];
  return rules.filter(([, broken]) => broken).map(([rule]) => rule);
}

describe('expandTemplate', () => {
  it('fills in every placeholder', () => {
    const template = '{doc}|{heading}|{caption}|{name}|{n}|{date}|{id}|{width}x{height}';
    expect(expandTemplate(template, fields)).toBe(
      'Roadmap|Q3|Login flow|Login flow|07|2026-01-05|doxcn1|640x480',
    );
  });

  it('has defaults that read well', () => {
    expect(expandTemplate(defaultTemplate, fields)).toBe('Roadmap - Login flow');
    expect(expandTemplate(defaultSetTemplate, fields)).toBe('07 Login flow');
    expect(expandTemplate(defaultFolderTemplate, fields)).toBe('Roadmap');
  });

  it('pads the number to the width of the set', () => {
    const padded = (n: number, highest: number) => expandTemplate('{n}', { ...fields, n, highest });
    expect([padded(3, 9), padded(3, 10), padded(12, 300)]).toEqual(['3', '03', '012']);
  });

  it('leaves alone what it does not know, and fills in only once', () => {
    expect(expandTemplate('{board} {toString} {name', fields)).toBe('{board} {toString} {name');
    expect(expandTemplate('{name}', { ...fields, name: '{doc}' })).toBe('{doc}');
  });

  it.each([
    ['{doc} - {caption}', 'Roadmap'],
    ['{caption} - {doc}', 'Roadmap'],
    ['{doc} - {caption} - {n}', 'Roadmap - 07'],
    ['{doc} ({caption})', 'Roadmap'],
    ['{doc}（{caption}）_{n}', 'Roadmap_07'],
    ['{caption}', ''],
  ])('takes away what joins an empty field in %s', (template, text) => {
    expect(expandTemplate(template, { ...fields, caption: '\u200B ' })).toBe(text);
  });
});

describe('safeFileName', () => {
  it.each([
    ['Login flow', 'Login flow.png'],
    ['画板：登录 流程', '画板：登录 流程.png'],
    ['Q1/Q2: what? <now>', 'Q1_Q2_ what_ _now_.png'],
    ['../../etc/passwd', '_.._etc_passwd.png'],
    ['C:\\Windows\\system32', 'C_Windows_system32.png'],
    ['.htaccess', 'htaccess.png'],
    ['notes... ', 'notes.png'],
    ['  a \t\n b\u3000c  ', 'a b c.png'],
    ['con', 'con_.png'],
    ['NUL.txt', 'NUL_.txt.png'],
    ['COM¹', 'COM¹_.png'],
    ['clock$', '_clock$.png'],
    ['CLOCK$ .con', '_CLOCK$ .con.png'],
    ['50% ~ 60%', '50_ _ 60_.png'],
    ['invoice\u202Egnp.exe', 'invoicegnp.exe.png'],
    ['zero\u200Bwidth\u00ADhyphen\uFEFF', 'zerowidthhyphen.png'],
    ['cafe\u0301', 'café.png'],
    ['half\uD83D', 'half.png'],
    ['', 'board.png'],
    ['...', 'board.png'],
    ['\u200B', 'board.png'],
    ['/', '_.png'],
  ])('makes of %j the name %j', (name, safe) => {
    expect(safeFileName(name, 'png')).toBe(safe);
  });

  it('cuts long names to 200 bytes, between characters as one sees them', () => {
    const name = safeFileName('画'.repeat(300), 'png');
    expect(name).toBe(`${'画'.repeat(65)}.png`);
    expect(safeFileName(`${'a'.repeat(194)}e\u0323\u0302x`, 'png')).toBe(`${'a'.repeat(194)}.png`);
    expect(safeFileName(`${'a'.repeat(190)}🇨🇳🇨🇳`, 'svg')).toBe(`${'a'.repeat(190)}.svg`);
    expect(safeFileName('x'.repeat(400), 'jpg')).toHaveLength(200);
  });

  it('gives a name without a fault for any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('png', 'svg', 'zip'), (text, extension) => {
        const name = safeFileName(text, extension);
        expect(problemsOf(name)).toEqual([]);
        expect(problemsOf(name.slice(0, -4))).toEqual([]);
        expect(name.endsWith(`.${extension}`)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing about a name that is safe', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = safeFileName(text, 'png');
        expect(safeFileName(name.slice(0, -4), 'png')).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('safeFolderName', () => {
  it.each([
    ['Shortcut.lnk', 'Shortcut_lnk'],
    [
      'My Computer.{20D04FE0-3AEA-1069-A2D8-08002B30309D}',
      'My Computer_{20D04FE0-3AEA-1069-A2D8-08002B30309D}',
    ],
    ['Desktop.ini', '_Desktop.ini'],
    ['..', 'board'],
    ['v1.2', 'v1.2'],
  ])('makes of %j the folder %j', (name, safe) => {
    expect(safeFolderName(name)).toBe(safe);
  });

  it('gives one folder without a fault for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folder = safeFolderName(text);
        expect(problemsOf(folder)).toEqual([]);
        expect(folder).not.toMatch(/\.(lnk|local|scf|url|\{.*\})$/i);
      }),
      { numRuns: 500 },
    );
  });
});

describe('uniqueNames', () => {
  it('numbers what is alike, whatever its case', () => {
    expect(uniqueNames(['a.png', 'A.png', 'a.svg', 'a.png', 'b.png'])).toEqual([
      'a.png',
      'A (2).png',
      'a.svg',
      'a (3).png',
      'b.png',
    ]);
  });

  it('leaves a name to the one that has it already', () => {
    expect(uniqueNames(['a.png', 'a.png', 'a (2).png'])).toEqual(['a.png', 'a (3).png', 'a (2).png']);
  });

  it('gives as many names as it got, no two alike, none too long', () => {
    const names = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'A', 'a (2)', 'ß', 'SS', '画'.repeat(65), 'x'.repeat(196)), fc.nat(1))
        .map(([stem, kind]) => `${stem}.${kind === 0 ? 'png' : 'jpg'}`),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(names, (given) => {
        const unique = uniqueNames(given);
        expect(unique).toHaveLength(given.length);
        expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(given.length);
        for (const name of unique) expect(problemsOf(name)).toEqual([]);
      }),
    );
  });

  it('numbers thousands of equal names without delay', () => {
    const unique = uniqueNames(Array.from({ length: 2000 }, () => 'Board.png'));
    expect(unique.at(-1)).toBe('Board (2000).png');
  });
});
