import { del, get, update } from 'idb-keyval';
import * as v from 'valibot';
import type { Brand } from '../../boards/board';
import type { SignInProgress } from '../../messaging/account-replies';
import type { Sealer } from '../sealer';
import { attempt, isUnderWay, type Attempt } from './attempt';
import { attemptKey as key, attemptRecords } from './sign-in-progress';

/** The sign-in that is under way, or the last one: there is one at a time. */
export interface AttemptStore {
  get(): Promise<Attempt | undefined>;
  /** Puts a new one in the place of whatever there is. */
  begin(begun: Attempt): Promise<void>;
  /** Resolves to false, and writes nothing, where another one has begun meanwhile, or this was cancelled. */
  save(changed: Attempt): Promise<boolean>;
  clear(): Promise<void>;
  /** Forgets the last one, where it was at this brand and is over: with it may lie the secret of an app. */
  clearOver(brand: Brand): Promise<void>;
}

const purpose = 'sign-in';

const record = v.object({ id: v.string(), sealed: v.string() });

/** An attempt lies sealed, and beside it what may be shown: see `readSignInProgress`. */
export function createAttemptStore({ sealer }: { sealer: Sealer }): AttemptStore {
  const store = attemptRecords();

  const read = async () => {
    const parsed = v.safeParse(record, await get<unknown>(key, store));
    return parsed.success ? parsed.output : undefined;
  };
  const toRecord = async (changed: Attempt) => ({
    id: changed.id,
    sealed: await sealer.seal(changed, purpose),
    progress: progressOf(changed),
  });

  const find = async (): Promise<Attempt | undefined> => {
    const found = await read();
    const parsed = found && v.safeParse(attempt, await sealer.open(found.sealed, purpose));
    return parsed?.success ? parsed.output : undefined;
  };

  return {
    get: find,
    async begin(begun) {
      const next = await toRecord(begun);
      await update<unknown>(key, () => next, store);
    },
    async save(changed) {
      const next = await toRecord(changed);
      let isCurrent = false;
      await update<unknown>(
        key,
        (last) => {
          isCurrent = v.is(record, last) && last.id === changed.id;
          return isCurrent ? next : last;
        },
        store,
      );
      return isCurrent;
    },
    clear: () => del(key, store),
    async clearOver(brand) {
      const last = await find();
      if (last?.brand === brand && !isUnderWay(last)) await del(key, store);
    },
  };
}

function progressOf({
  id,
  way,
  brand,
  step,
  expiresAt,
  pageUrl,
  userCode,
  app,
  error,
}: Attempt): SignInProgress {
  return { id, way, brand, step, expiresAt, pageUrl, userCode, appId: app?.id, error };
}
