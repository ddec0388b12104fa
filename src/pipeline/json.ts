import type { z } from 'zod';

/** JSON from outside the process as the type that a schema gives; null when it is not JSON or not that. */
export function parsedJson<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
