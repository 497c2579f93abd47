import type { Brand } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import { createFeishuClient, type FeishuClient } from '../../../components/feishu/client';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { scriptedFetch, type Scripted, type SentRequest } from '../fakes/scripted-fetch';

export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
export const boardId = 'Ru8nwrWFOhEmaFbEU2VbPRsHcxb';
export const documentId = 'doxcnAbCdEfGhIjKlMnOpQrStUv';

export interface Setup {
  client: FeishuClient;
  clock: FakeClock;
  sent: readonly SentRequest[];
}

export interface SetupOptions {
  brand?: Brand;
  getToken?: (clock: FakeClock) => Promise<string>;
  /** Told of each request that goes out, at that moment. */
  onRequest?: (clock: FakeClock) => void;
}

/** A client whose server answers with `script`, in order. Randomness is always in the middle. */
export function setUp(script: Scripted[], options: SetupOptions = {}): Setup {
  const clock = createFakeClock();
  const { fetch, sent } = scriptedFetch(...script);
  const { brand = 'feishu', getToken = () => Promise.resolve('u-secret'), onRequest } = options;
  const client = createFeishuClient({
    brand,
    fetch(...request) {
      onRequest?.(clock);
      return fetch(...request);
    },
    clock,
    random: () => 0.5,
    getToken: () => getToken(clock),
  });
  return { client, clock, sent };
}

/** The `AppError` that `work` fails with. */
export async function failureIn(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('it has not failed');
}

/** The code that `work` fails with. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode> {
  return (await failureIn(work)).code;
}

/** All pages of a listing. */
export async function all<T>(pages: AsyncIterable<T[]>): Promise<T[][]> {
  const found: T[][] = [];
  for await (const page of pages) found.push(page);
  return found;
}
