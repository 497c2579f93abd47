import { describe, expect, test } from 'vitest';
import {
  intendedHosts,
  intendedKeys,
  intendedOptionalHosts,
  intendedOptionalPermissions,
  intendedPages,
  intendedPermissions,
} from '../architecture/intended-permissions';
import { outputFolders, readManifest } from './output';

describe.each(outputFolders)('the manifest for %s', (browser, folder) => {
  const manifest = readManifest(folder);

  test('asks for the intended permissions', () => {
    expect(manifest.permissions.toSorted()).toEqual(intendedPermissions[browser].toSorted());
  });

  test('asks for the rest when it is needed', () => {
    expect(manifest.optional_permissions).toEqual(intendedOptionalPermissions[browser]);
    expect(manifest.optional_host_permissions).toEqual(intendedOptionalHosts);
  });

  test('reads the Open API’s hosts, pages of documents and no others', () => {
    expect(manifest.host_permissions.toSorted()).toEqual([...intendedHosts, ...intendedPages].toSorted());
  });

  test('runs in pages of documents and no others', () => {
    const pages = manifest.content_scripts.flatMap(({ matches }) => matches);
    expect([...new Set(pages)].toSorted()).toEqual(intendedPages.toSorted());
  });

  test('has no key that nobody decided on', () => {
    expect(Object.keys(manifest).filter((key) => !intendedKeys.includes(key))).toEqual([]);
  });

  test('lets its pages run its own scripts only', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
  });
});
