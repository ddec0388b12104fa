import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Formular, Uppgift } from '../../model/formular.ts';
import type { Alder, Inventering } from '../../model/inventering.ts';
import type { Kon } from '../../model/observation.ts';
import { formatKronor, formatNumber } from '../../text/numbers.ts';

/** A figure as it may be shown: its number, hidden, or not given. */
export type Shown =
  | { readonly kind: 'tal'; readonly tal: number }
  | { readonly kind: 'skyddad' }
  | { readonly kind: 'saknas' };

/** What is asked for under a code. @throws RangeError when there is no such thing */
export function uppgiftOf({ uppgifter }: Formular, kod: string): Uppgift {
  const uppgift = uppgifter.find((u) => u.kod === kod);
  if (!uppgift) throw new RangeError(`uppgift ${kod}`);
  return uppgift;
}

/** A figure of a year; the inventory is a protected one (`disclosure/inventering`). */
export function shownIn(
  { rader }: Pick<Inventering, 'rader'>,
  uppgift: string,
  kon: Kon = 'T',
  alder: Alder = 'alla',
): Shown {
  const rad = rader.find((r) => r.uppgift === uppgift && r.kon === kon && r.alder === alder);
  if (rad?.skyddad) return { kind: 'skyddad' };
  return rad?.varde === null || rad === undefined ? { kind: 'saknas' } : { kind: 'tal', tal: rad.varde };
}

/** The free text of a year; several rows of one are joined. Null when there is none. */
export function textIn({ rader }: Pick<Inventering, 'rader'>, uppgift: string): string | null {
  const texts = rader.flatMap((r) => (r.uppgift === uppgift && r.text !== null ? [r.text] : []));
  return texts.length === 0 ? null : texts.join(' ');
}

/** `31`, `540 000 kr`, `X` where it is protected, a dash where nothing was given. */
export function cellText(shown: Shown, enhet: Uppgift['enhet']): string {
  if (shown.kind === 'skyddad') return ABSENCE_SYMBOL.skyddad;
  if (shown.kind === 'saknas') return '–';
  return enhet === 'kronor' ? formatKronor(shown.tal) : formatNumber(shown.tal);
}
