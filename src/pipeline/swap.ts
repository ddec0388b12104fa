import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Puts a finished folder in the place of an old one. The old one is moved aside first and only removed when the new
 * one stands, so that a failure leaves what was published as it was.
 */
export async function swap(next: string, published: string): Promise<void> {
  const aside = `${published}.old`;
  await rm(aside, { recursive: true, force: true });
  if (existsSync(published)) await rename(published, aside);
  try {
    await rename(next, published);
  } catch (error) {
    if (existsSync(aside)) await rename(aside, published);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}
