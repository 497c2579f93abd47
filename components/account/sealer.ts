import { createStore, get, update } from 'idb-keyval';
import { once } from '../once';

/**
 * Seals what must not lie in clear: with AES-GCM and a key that no script can read out of its database. Whoever
 * copies a file of the profile's storage, or prints a record, has nothing but noise.
 */
export interface Sealer {
  /** `purpose` has to be the same when it is opened: one record cannot be put in another's place. */
  seal(value: unknown, purpose: string): Promise<string>;
  /** Undefined for what this key has not sealed for this purpose. */
  open(sealed: string, purpose: string): Promise<unknown>;
}

const keyName = 'seal';
const ivBytes = 12;

/** The sealer of this profile: its key is made when it is first needed. */
export function createSealer(): Sealer {
  const keys = createStore('board-saver-keys', 'keys');

  const theKey = once(async (): Promise<CryptoKey> => {
    const known = await get<unknown>(keyName, keys);
    if (known instanceof CryptoKey) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    // Two contexts may come here at once: the first one's key is everybody's.
    let first = made;
    await update<unknown>(
      keyName,
      (other) => {
        if (other instanceof CryptoKey) first = other;
        return first;
      },
      keys,
    );
    return first;
  });
  const algorithm = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(purpose),
  });

  return {
    async seal(value, purpose) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const clear = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt(algorithm(iv, purpose), await theKey(), clear);
      return toBase64(iv) + toBase64(new Uint8Array(sealed));
    },
    async open(sealed, purpose) {
      const own = await theKey();
      try {
        // 12 bytes are 16 characters of base64, without padding.
        const [iv, rest] = [fromBase64(sealed.slice(0, 16)), fromBase64(sealed.slice(16))];
        const clear = await crypto.subtle.decrypt(algorithm(iv, purpose), own, rest);
        return JSON.parse(new TextDecoder().decode(clear));
      } catch {
        return undefined;
      }
    },
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
