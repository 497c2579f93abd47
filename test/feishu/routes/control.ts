import * as v from 'valibot';
import type { Clock } from '../clock';
import type { Fault, Faults } from '../faults';
import { json, notFound, text, type Reply } from '../reply';
import { tokenErrorCodes } from '../sign-in/token-errors';
import type { Store } from '../store';

export interface Controls {
  faults: Faults;
  store: Store;
  clock: Clock;
  requests: readonly unknown[];
  reset(): void;
}

/**
 * The server's own controls, for those who cannot call its functions: only at `localhost` and `127.0.0.1`, hosts
 * that no Feishu has.
 */
export function answerControl(method: string, path: string, body: unknown, controls: Controls): Reply {
  switch (`${method} ${path}`) {
    case 'GET /__feishu__/requests':
      return text(200, JSON.stringify(controls.requests), 'application/json; charset=utf-8');
    case 'POST /__feishu__/reset':
      controls.reset();
      return json(200, { code: 0, msg: 'reset' });
    case 'POST /__feishu__/faults': {
      const parsed = v.safeParse(faultSchema, body);
      if (!parsed.success) return json(400, { code: 1, msg: v.summarize(parsed.issues) });
      controls.faults.add(parsed.output);
      return json(200, { code: 0, msg: 'added' });
    }
    case 'POST /__feishu__/browser':
      return logIn(body, controls.store);
    case 'POST /__feishu__/clock': {
      const parsed = v.safeParse(v.strictObject({ advanceMs: v.number() }), body);
      if (!parsed.success) return json(400, { code: 1, msg: v.summarize(parsed.issues) });
      controls.clock.advance(parsed.output.advanceMs);
      return json(200, { code: 0, msg: new Date(controls.clock.now()).toISOString() });
    }
    default:
      return notFound();
  }
}

const browserSchema = v.strictObject({
  brand: v.picklist(['feishu', 'lark', 'company']),
  user: v.nullable(v.string()),
});

/** Who is logged in at one brand's hosts from now on; null: nobody. */
function logIn(body: unknown, store: Store): Reply {
  const parsed = v.safeParse(browserSchema, body);
  if (!parsed.success) return json(400, { code: 1, msg: v.summarize(parsed.issues) });
  const { brand, user: id } = parsed.output;
  const user = id === null ? undefined : store.user(id);
  if (id !== null && !user) return json(400, { code: 1, msg: `There is no user ${id}.` });
  store.signIn.loggedIn[brand] = user;
  return json(200, { code: 0, msg: user ? `${user.name} is logged in` : 'nobody is logged in' });
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** JSON knows no `Infinity`, so `"always"` stands for it; a body of bytes comes as `{"base64": "…"}`. */
const common = {
  match: v.strictObject({
    host: v.exactOptional(v.string()),
    method: v.exactOptional(v.string()),
    path: v.string(),
  }),
  times: v.exactOptional(
    v.union([
      count,
      v.pipe(
        v.literal('always'),
        v.transform(() => Infinity),
      ),
    ]),
  ),
  after: v.exactOptional(count),
  delayMs: v.exactOptional(count),
};

const bytes = v.pipe(
  v.strictObject({ base64: v.string() }),
  v.transform(({ base64 }) => Buffer.from(base64, 'base64')),
);

const faultSchema: v.GenericSchema<unknown, Fault> = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('delay') }),
  v.strictObject({
    ...common,
    kind: v.literal('slow-body'),
    pieces: v.exactOptional(count),
    pauseMs: v.exactOptional(count),
  }),
  v.strictObject({ ...common, kind: v.literal('cut-short') }),
  v.strictObject({ ...common, kind: v.literal('wrong-length'), claims: v.exactOptional(count) }),
  v.strictObject({ ...common, kind: v.literal('no-length'), half: v.exactOptional(v.boolean()) }),
  v.strictObject({ ...common, kind: v.literal('gzip') }),
  v.strictObject({ ...common, kind: v.literal('reset') }),
  v.strictObject({
    ...common,
    kind: v.literal('status'),
    status: count,
    code: v.exactOptional(v.number()),
    msg: v.exactOptional(v.string()),
    headers: v.exactOptional(v.record(v.string(), v.string())),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('json-200'),
    code: v.number(),
    msg: v.exactOptional(v.string()),
  }),
  v.strictObject({ ...common, kind: v.literal('oauth'), code: v.picklist(tokenErrorCodes) }),
  v.strictObject({ ...common, kind: v.literal('html'), html: v.exactOptional(v.string()) }),
  v.strictObject({
    ...common,
    kind: v.literal('body'),
    body: v.union([v.string(), bytes]),
    contentType: v.string(),
    status: v.exactOptional(count),
  }),
]);
