import { describe, expect, it } from 'vitest';
import { jobReport } from '../../../components/saving/job-report';
import { sampleJob, savedPicture } from './sample-job';

const read = (...args: Parameters<typeof jobReport>): unknown => JSON.parse(jobReport(...args));

describe('jobReport', () => {
  it('tells of each board its file, bytes, digest and source', () => {
    const report = read(sampleJob([{}]), new Map([[0, savedPicture('1 Board 1.png')]]), undefined);
    expect(report).toEqual({
      version: 1,
      title: 'Roadmap',
      source: 'https://acme.feishu.cn/docx/DocA?from=mail',
      started: '2026-01-05T12:00:00.000Z',
      boards: [
        {
          id: 'wb1',
          block: 'block1',
          name: 'Board 1',
          source: 'https://acme.feishu.cn/docx/DocA?from=mail#block1',
          file: '1 Board 1.png',
          bytes: 500_000,
          sha256: 'ab12',
          type: 'image/png',
          width: 640,
          height: 480,
          fetched: '2026-01-05T12:30:00.000Z',
        },
      ],
    });
  });

  it('tells what was made of a picture, what looks wrong with it, and what is written on it', () => {
    const made = {
      source: 'served' as const,
      preview: true,
      notes: ['enlarged' as const],
      withoutVector: 'endpoint-missing' as const,
    };
    const pictures = [
      savedPicture('1.png', { made, faults: ['cut'], writing: { text: 'Pay' } }),
      savedPicture('2.png', { writing: { error: 'user-scope-missing' } }),
    ];
    expect(read(sampleJob([{}, {}]), new Map(pictures.entries()), undefined)).toMatchObject({
      boards: [{ made, faults: ['cut'], text: 'Pay' }, { textError: 'user-scope-missing' }],
    });
  });

  it('tells why a board failed by codes alone', () => {
    const error = {
      code: 'board-forbidden' as const,
      details: {
        status: 403,
        apiCode: 2890005,
        logId: 'log-1',
        helpUrl: 'https://example.com/?token=t-secret',
      },
    };
    const text = jobReport(sampleJob([{ state: 'failed', error }]), new Map(), undefined);
    expect(JSON.parse(text)).toMatchObject({
      boards: [
        { id: 'wb1', error: { code: 'board-forbidden', status: 403, apiCode: 2890005, logId: 'log-1' } },
      ],
    });
    expect(text).not.toContain('secret');
  });

  it('names the part of a split archive, and leaves out what lies in the others', () => {
    const job = sampleJob([{}, {}, { state: 'failed', error: { code: 'board-missing' } }]);
    expect(read(job, new Map([[1, savedPicture('2 Board 2.png')]]), '2/2')).toMatchObject({
      part: '2/2',
      boards: [{ name: 'Board 2' }, { name: 'Board 3', error: { code: 'board-missing' } }],
    });
  });

  it('tells of each document of a wiki, those included that could not be read', () => {
    const error = { code: 'document-forbidden' as const };
    const documents = [
      { nodeToken: 'WikA', documentId: 'DocA', title: 'First', state: 'listed' as const },
      { nodeToken: 'WikB', documentId: 'DocB', title: 'Closed', state: 'failed' as const, error },
    ];
    expect(read(sampleJob([], { documents }), new Map(), undefined)).toMatchObject({
      documents: [
        { title: 'First', source: 'https://acme.feishu.cn/wiki/WikA' },
        { title: 'Closed', source: 'https://acme.feishu.cn/wiki/WikB', error },
      ],
      boards: [],
    });
  });

  it('says where an older picture stood in', () => {
    const stoodIn = { fetchedAt: 1, because: { code: 'timed-out' as const } };
    const report = read(sampleJob([{ stoodIn }]), new Map([[0, savedPicture('1.png')]]), undefined);
    expect(report).toMatchObject({ boards: [{ isOlder: true }] });
  });
});
