import { expect, test } from 'vitest';
import { isInstallStale, type LockFile } from '../../setup/is-install-stale.mjs';

const locked: LockFile = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const installed: LockFile = {
  packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } },
};

test('an install is fresh that lacks only what is optional', () => {
  expect(isInstallStale(locked, installed)).toBe(false);
});

test('an install is stale that lacks a package', () => {
  expect(isInstallStale(locked, { packages: {} })).toBe(true);
});

test('an install is stale that has another version', () => {
  const other = { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-x' } } };
  expect(isInstallStale(locked, other)).toBe(true);
});

test('an install is stale that has a package too many', () => {
  const more = { packages: { ...installed.packages, 'node_modules/c': { version: '1.0.0' } } };
  expect(isInstallStale(locked, more)).toBe(true);
});
