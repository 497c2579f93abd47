import { brands } from '../brand';
import type { Met } from './met';
import { browserWord, languageWord, shorten } from './redact';
import { reportLists } from './report-boards';
import { reportError } from './report-error';
import { reportAddress, reportDescription, reportMarkup, reportModel } from './report-page';

/**
 * What was met on a page, as plain text for a maintainer: codes, counts, timings. Of ids it has the beginning and
 * the length; tokens, titles, names and text it has not. It is in one language, whatever the user's: it is
 * for those who read code.
 */
export function writeReport(met: Met): string {
  const { build, probe } = met;
  const probed = 'error' in probe ? {} : probe.value;
  const lines = [
    `Board Saver ${/^[\d.]{1,20}$/.test(build.version) ? build.version : shorten(build.version)}`,
    `at: ${new Date(met.at).toISOString().slice(0, 16)}Z`,
    `browser: ${browserWord(build.userAgent)}, ${languageWord(build.language)}`,
    ...reportAddress(met),
    ...reportDescription(met),
    `page probe: ${'error' in probe ? reportError(probe.error) : 'answered'} (${probe.ms} ms)`,
    ...reportMarkup(probed),
    ...reportModel(probed),
    ...reportAccounts(met),
    ...reportKept(met),
    ...reportLists(met),
  ];
  return `${lines.join('\n')}\n`;
}

function reportAccounts({ accounts }: Met): string[] {
  if ('error' in accounts) return [`signed in: ${reportError(accounts.error)} (${accounts.ms} ms)`];
  const signedIn = accounts.value
    .filter((account) => account.signedIn)
    .map(
      ({ brand, tokenKind }) =>
        `${brands.find((known) => known === brand) ?? 'another'} with ${tokenKind === 'tenant' ? 'tenant' : 'user'} token`,
    );
  return [`signed in: ${signedIn.join(', ') || 'no'} (${accounts.ms} ms)`];
}

function reportKept({ kept, at }: Met): string[] {
  if ('error' in kept) return [`kept lists: ${reportError(kept.error)} (${kept.ms} ms)`];
  const words = kept.value.map(
    ({ boards, listedAt }) => `${boards} boards, ${Math.round((at - listedAt) / 1000)} s old`,
  );
  return [`kept lists: ${words.join('; ') || 'none'} (${kept.ms} ms)`];
}
