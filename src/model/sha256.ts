import { hash } from 'node:crypto';

/**
 * SHA-256 in lower-case hexadecimal, of bytes or of a text's UTF-8. In one call: an object for each hash costs three
 * times as much, and a build makes a hundred thousand.
 */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');
