import { formatNumber } from '../../text/numbers.ts';
import type { Manifest, WriterCost } from './manifest.ts';

/** One line a format for the person at the terminal: files, megabytes, seconds, largest file, how many are reused. */
export function costLines({ writers }: Manifest): readonly string[] {
  return writers.map(({ name, files, reused, bytes, ms, largest }: WriterCost) =>
    [
      `  ${name.padEnd(14)}`,
      `${formatNumber(files)} filer`.padStart(13),
      `${formatNumber(bytes / 1e6, 1)} MB`.padStart(9),
      `${formatNumber(ms / 1000, 1)} s`.padStart(8),
      `störst ${formatNumber(largest / 1000)} kB`.padStart(16),
      ...(reused > 0 ? [` ${formatNumber(reused)} återanvända`] : []),
    ].join(' '),
  );
}
