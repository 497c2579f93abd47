/**
 * What ids, names and choices look like that come from outside: pages, replies, messages, settings and records are held
 * to these. Plain values, so that whoever tests a text with one carries no more along.
 */

/** Ids of boards, documents, blocks, nodes and spaces. */
export const siteIdShape = /^[A-Za-z0-9_-]{1,64}$/;

/** A scope, such as `docx:document:readonly`. */
export const scopeShape = /^[\w:.-]{1,100}$/;

/** The id of an app of the developer console. */
export const appIdShape = /^[\w-]{1,64}$/;

/** Its secret: what can stand in a header or a form. */
export const appSecretShape = /^[\x21-\x7E]{1,256}$/;

/**
 * How somebody can sign in with an app: one that is made for them, one of their own by a code (RFC 8628), or one of their
 * own by a redirect.
 */
export const signInWays = ['create', 'device', 'redirect'] as const;
