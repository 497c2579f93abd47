import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFromLock } from '../../setup/missing-from-lock.mjs';

test('package-lock.json names the builds for every system: `npm run lock` mends it', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(missingFromLock(packages))).toEqual([]);
});

test('package-lock.json says nothing of the registry it was made with', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/);
});

test('a build that is missing is told by its name', () => {
  const optionalDependencies = { '@a/tool-linux-x64-musl': '1.2.3', '@a/tool-win32-arm64-msvc': '1.2.3' };
  const packages = {
    'node_modules/tool': { dev: true, optionalDependencies },
    'node_modules/@a/tool-win32-arm64-msvc': {},
  };
  expect(missingFromLock(packages)).toEqual({
    'node_modules/@a/tool-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      dev: true,
      optional: true,
    },
  });
});

test('a build may lie beside the package that asks for it', () => {
  const packages = {
    'node_modules/a/node_modules/tool': { optionalDependencies: { 'tool-linux-x64': '1.0.0' } },
    'node_modules/a/node_modules/tool-linux-x64': {},
  };
  expect(missingFromLock(packages)).toEqual({});
});

test('a name that tells no system is refused', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { b: '1.0.0' } } };
  expect(() => missingFromLock(packages)).toThrow(/b does not tell/);
});
