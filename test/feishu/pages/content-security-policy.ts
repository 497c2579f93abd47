import { randomBytes } from 'node:crypto';

/** For one reply only. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * The headers of the real site are not known. These are as strict as a page of this kind can be, so that what
 * works here works under anything milder.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
