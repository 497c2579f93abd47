import { toBase64Url } from './sign-in-page';

/** Proof Key for Code Exchange. Source: RFC 7636. */
export interface Pkce {
  /** Kept until the code is exchanged. */
  verifier: string;
  /** Shown to the authorize page. */
  challenge: string;
}

/** A new pair. `random`: as many random bytes as asked for. */
export async function createPkce(random: (bytes: number) => Uint8Array): Promise<Pkce> {
  const verifier = toBase64Url(random(32));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(digest)) };
}
