import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { measureBuild, sizeTable } from '../setup/measure-build.mjs';
import { outputFolders, readTexts } from './output';

describe.each(outputFolders)('the build for %s', (_browser, folder) => {
  const parts = measureBuild(folder);

  test.each(['background', 'content', 'popup'])('keeps %s within its limit', (name) => {
    const part = parts.find((one) => one.name === name);
    expect(part?.gzipped).toBeGreaterThan(200);
    expect(part?.gzipped).toBeLessThanOrEqual(part?.limit ?? 0);
  });
});

describe.each(outputFolders)('what makes slides in the build for %s', (_browser, folder) => {
  const isDeck = (text: string): boolean => text.includes('ppt/presProps.xml');

  test('is there, and loaded at no start', () => {
    const texts = readTexts(folder);
    expect([...texts].filter(([, text]) => isDeck(text))).not.toEqual([]);
    const started = measureBuild(folder).flatMap(({ files }) => files);
    const early = started.filter((file) => isDeck(texts.get(file.replace(/^\//, '')) ?? ''));
    expect(started.length).toBeGreaterThan(3);
    expect(early).toEqual([]);
  });
});

describe('the measuring', () => {
  const folder = mkdtempSync(join(tmpdir(), 'board-saver-sizes-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('counts what is imported, not what is loaded later, and styles apart', () => {
    const files = {
      'manifest.json': JSON.stringify({ background: { service_worker: 'background.js' } }),
      'background.js': 'import "./shared.js"; import("./later.js");',
      'popup.html':
        '<script type="module" crossorigin src="/popup.js"></script><link rel="stylesheet" href="/popup.css">',
      'popup.js': 'export * from "./shared.js";',
      'popup.css': 'p{}',
      'shared.js': 'export const a = 1;',
      'later.js': 'export const b = 2;',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const parts = measureBuild(folder);
    expect(parts.map(({ name, files: measured }) => [name, measured])).toEqual([
      ['background', ['background.js', 'shared.js']],
      ['popup', ['popup.js', 'shared.js']],
      ['popup (styles)', ['popup.css']],
    ]);
    expect(parts[0]?.bytes).toBe(files['background.js'].length + files['shared.js'].length);
  });

  test('marks what is over its limit', () => {
    const part = { name: 'popup', files: [], bytes: 90_000, gzipped: 40_001, limit: 40_000 };
    expect(sizeTable([part])).toMatch(/popup +90\.0 kB +40\.0 kB +40\.0 kB {2}TOO LARGE/);
    expect(sizeTable([{ ...part, gzipped: 40_000 }])).not.toContain('TOO LARGE');
  });
});
