const WRITTEN = /^[\u2212-]?\d{1,3}(?:\d*|(?:[\s\u00a0\u202f]\d{3})*)(?:,\d+)?(?=$|[\s\u00a0]?(?:%|kr)$)/;

/**
 * The number that a text is, written as Swedish readers write it (`98 084`, `−1,5 %`): what `text/numbers` formats,
 * read back. Null when the text is anything else.
 */
export function readNumber(text: string): number | null {
  const written = WRITTEN.exec(text.trim())?.[0];
  return written === undefined
    ? null
    : Number(
        written
          .replace(/[\s\u00a0\u202f]/g, '')
          .replace(',', '.')
          .replace('\u2212', '-'),
      );
}
