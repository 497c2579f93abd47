import { Client, defaultHttpInstance, Domain } from '@larksuiteoapi/node-sdk';
import type { Feishu } from '../server';
import { agentTo } from './ask';
import { app } from './world';

type Cache = NonNullable<ConstructorParameters<typeof Client>[0]['cache']>;

/**
 * The official SDK as anybody would set it up, but that its connections end at the embedded server. They do so
 * for all clients of this process: one server at a time.
 */
export function sdkFor(feishu: Feishu, domain: Domain = Domain.Feishu, credentials = app): Client {
  defaultHttpInstance.defaults.httpsAgent = agentTo(feishu);
  defaultHttpInstance.defaults.proxy = false;
  return new Client({
    appId: credentials.id,
    appSecret: credentials.secret,
    domain,
    logger: silent,
    cache: createCache(),
  });
}

/** Refusals are what the proofs ask for: no need to print them. */
const quiet = (): void => undefined;
const silent = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet };

/** The SDK's own cache of tokens is one for the process; here each client has its own. */
function createCache(): Cache {
  const values = new Map<unknown, unknown>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value: unknown) => {
      values.set(key, value);
      return Promise.resolve(true);
    },
  };
}
