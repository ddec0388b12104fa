import type { Writer } from '../../files/file.ts';
import { writers } from '../../files/index.ts';
import { LEAVABLE, type Leavable } from './leavable.ts';

/** Every writer but those that make a format that is left out. */
export function writersWithout(without: readonly Leavable[]): readonly Writer[] {
  const names = new Set<string>(without.flatMap((format) => LEAVABLE[format]));
  return writers.filter((writer) => !names.has(writer.name));
}
