import { describe, expect, it } from 'vitest';
import { changelog } from '../../setup/write-changelog.mjs';

describe('the changelog', () => {
  const releases = [
    {
      name: 'Unreleased',
      subjects: ['feat(popup): show more', 'test(e2e): look closer', 'fix(build): pack'],
    },
    { name: '0.1.0', subjects: ['fix: keep the name', 'perf(popup): draw less', 'chore: begin', 'Whatever'] },
  ];

  it('lists what users meet, by kind, under each version', () => {
    expect(changelog(releases).split('\n\n').slice(2)).toEqual([
      '## Unreleased',
      '### Added',
      '- popup: show more',
      '## 0.1.0',
      '### Faster',
      '- popup: draw less',
      '### Fixed',
      '- keep the name\n',
    ]);
  });
});
