/** The cells of a table row that belongs to a kommun, as they are read. */
export type OwnRow = { readonly value: string; readonly heading: string };

/** What a kommun's row in the page's first table of kommuner says, and the heading of the column; null without one. */
export function ownRow(page: ParentNode, slug: string): OwnRow | null {
  for (const link of page.querySelectorAll(`main table th a[href^="/kommuner/${slug}/"]`)) {
    const row = link.closest('tr');
    const value = row?.querySelector('td')?.textContent?.trim();
    const heading = row?.closest('table')?.querySelectorAll('thead th')[1]?.textContent?.trim();
    if (value && heading) return { value, heading };
  }
  return null;
}

/** `Din kommun: Habo, nej 2020`: a year says when; where the column has no year, the value stands alone. */
export function ownSentence(namn: string, row: OwnRow | null): string {
  if (row === null) return `Din kommun: ${namn}`;
  const year = /^\d{4}/.exec(row.heading)?.[0];
  const value = /^\p{L}/u.test(row.value)
    ? row.value.charAt(0).toLocaleLowerCase('sv') + row.value.slice(1)
    : row.value;
  return `Din kommun: ${namn}, ${value}${year === undefined ? '' : ` ${year}`}`;
}
