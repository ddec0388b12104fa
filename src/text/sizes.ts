import { formatNumber, NBSP } from './numbers.ts';

/** A file's size in decimal units, as programs for Swedish readers show it: `640 byte`, `18 kB`, `1,5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}${NBSP}byte`;
  if (bytes < 999_500) return `${formatNumber(bytes / 1000)}${NBSP}kB`;
  return `${formatNumber(bytes / 1_000_000, 1)}${NBSP}MB`;
}
