import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { exchange, isEnvelopeFor, toReply } from '../../../components/messaging/envelope';

describe('toReply and exchange', () => {
  const across = (handle: () => Promise<unknown>): Promise<unknown> =>
    exchange(async () => JSON.parse(JSON.stringify(await toReply(handle))), 'page-unreachable');

  it('carry a value across', async () => {
    await expect(across(async () => ({ a: 1 }))).resolves.toEqual({ a: 1 });
  });

  it('carry nothing as null', async () => {
    await expect(across(async () => undefined)).resolves.toBeNull();
  });

  it('carry an AppError with its details', async () => {
    const failed = across(async () => {
      throw new AppError('rate-limited', { apiCode: 99991400, logId: 'L1' });
    });
    await expect(failed).rejects.toMatchObject({
      code: 'rate-limited',
      details: { apiCode: 99991400, logId: 'L1' },
    });
  });

  it('carry any other error as unexpected, without its message', async () => {
    const reply = await toReply(async () => {
      throw new Error('u-secret');
    });
    expect(JSON.stringify(reply)).not.toContain('u-secret');
    expect(reply).toEqual({ ok: false, error: { code: 'unexpected' } });
  });

  it('carry what a handler throws at once', async () => {
    const reply = await toReply(() => {
      throw new AppError('message-invalid');
    });
    expect(reply).toEqual({ ok: false, error: { code: 'message-invalid' } });
  });

  it.each([
    ['the other side is gone', () => Promise.reject(new Error('Could not establish connection'))],
    ['nobody answers', async () => undefined],
    ['the answer is no reply', async () => 'hello'],
  ])('give the error for an unreachable side when %s', async (_, deliver) => {
    await expect(exchange(deliver, 'page-unreachable')).rejects.toMatchObject({ code: 'page-unreachable' });
  });
});

describe('isEnvelopeFor', () => {
  it('knows its own target only', () => {
    const envelope = { target: 'page', name: 'page/describe', params: undefined };
    expect(isEnvelopeFor('page', envelope)).toBe(true);
    expect(isEnvelopeFor('background', envelope)).toBe(false);
  });

  it.each([null, undefined, 'text', 7, [], { target: 'page' }])('refuses %j', (message) => {
    expect(isEnvelopeFor('page', message)).toBe(false);
  });
});
