import { z } from 'zod';

/** A text that an answer may leave out or set to null: empty then. */
export const TextIfAny = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** Reads a body to its end; null, and the rest is thrown away, when it is larger than allowed. */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
