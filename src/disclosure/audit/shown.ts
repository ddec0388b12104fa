/** One count that a published file shows, or says that it does not. */
export type PublishedCount = {
  readonly indikator: string;
  readonly kod: string;
  readonly ar: string;
  readonly kon: string;
  /** The number, or null where the file has none. */
  readonly varde: number | null;
};

/** The same, and where in its file it stands, in the terms of that format. */
export type PlacedCount<Place> = PublishedCount & { readonly place: Place };

/** The id of its cell, the same as in our tables. */
export const shownCell = ({ indikator, ar, kod, kon }: Omit<PublishedCount, 'varde'>): string =>
  [indikator, ar, kod, kon].join('|');

/** What stands in a place of a file, as text; empty where nothing does. */
export const shownText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

/** A value as a file writes it: a number, or text with decimal comma or point. Null when it is no number. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

/** What finds any of some texts as they stand: in one look, where each by itself takes one. Nothing finds none of none. */
export const anyOf = (texts: readonly string[]): RegExp =>
  new RegExp(
    texts.length === 0 ? '(?!)' : texts.map((t) => t.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'),
  );
