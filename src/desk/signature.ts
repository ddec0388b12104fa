import { createPrivateKey, sign } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/**
 * A signature of a list of sums with the publisher's own Ed25519 key, in base64. Anybody can hold it against the
 * public key: `openssl pkeyutl -verify -pubin -inkey nyckel.pub -rawin -in SHA256SUMS -sigfile …`.
 * @throws Refusal when the key cannot be used
 */
export function signature(sums: Uint8Array, pem: string): string {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not ed25519');
    return `${sign(null, sums, key).toString('base64')}\n`;
  } catch {
    throw new Refusal(
      'Nyckeln går inte att använda. Gör en med: openssl genpkey -algorithm ed25519 -out nyckel.pem',
    );
  }
}
