import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { readCompanyApp } from '../../../components/settings/company-app';
import { readPolicy } from '../../../components/settings/policy';
import { settings } from '../../../components/settings/settings';
import { extensionId } from '../../browser/firefox/profile';
import { policySamples } from '../../browser/policy-samples';

const schemaFile = new URL('../../../public/policy-schema.json', import.meta.url);
const values = v.record(v.string(), v.unknown());
const read = (sample: string): unknown => JSON.parse(sample);
const { chromium, firefox } = policySamples();
const inChromium = v.object({
  '3rdparty': v.object({ extensions: v.object({ pmkgndafingapakekjfgjcflakcafcom: values }) }),
});
const inFirefox = v.object({
  policies: v.object({ '3rdparty': v.object({ Extensions: v.object({ [extensionId]: values }) }) }),
});

describe.each([
  ['Chromium', v.parse(inChromium, read(chromium))['3rdparty'].extensions.pmkgndafingapakekjfgjcflakcafcom],
  ['Firefox', v.parse(inFirefox, read(firefox)).policies['3rdparty'].Extensions[extensionId]],
])('the sample of README.md for %s', (_browser, sample = {}) => {
  afterEach(() => fakeBrowser.storage.managed.clear());

  it('says nothing but what policy-schema.json has', () => {
    const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const { properties } = v.parse(v.object({ properties: values }), schema);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(sample)));
  });

  it('is understood as it stands there', async () => {
    await fakeBrowser.storage.managed.set(sample);
    const { appId: id, appSecret: secret } = sample;
    expect(await readCompanyApp()).toMatchObject({ app: { id, secret } });
    const policy = await readPolicy();
    expect(policy.allowCreatingApps).toBe(sample['allowCreatingApps']);
    expect(policy.allowedFormats).toEqual(sample['allowedFormats']);
    for (const fixed of [policy.locked, policy.defaults]) {
      const unknown = Object.keys(fixed).filter((name) => !Object.hasOwn(settings, name));
      expect(unknown).toEqual([]);
    }
  });
});
