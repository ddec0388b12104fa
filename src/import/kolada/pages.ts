import type { z } from 'zod';
import { BOUNDS } from '../../model/limits.ts';
import { Refusal } from '../../refusal.ts';
import type { HttpClient } from '../http/client.ts';
import { type KoladaPage, koladaPage } from './schema.ts';

/** At most so many ids, and years, in one part of a path. */
const IDS_A_CALL = 25;

/** A list cut into lists that one call may hold. */
export function inCalls<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / IDS_A_CALL) }, (_, i) =>
    list.slice(i * IDS_A_CALL, (i + 1) * IDS_A_CALL),
  );
}

/** More pages than any honest answer has. */
const { pages: MOST_PAGES } = BOUNDS.answer;

/**
 * Gives the rows of all pages to `take`, page by page, following whichever link the answer has.
 * @throws Refusal when the rows are fewer than the answer says, or the links lead astray
 */
export async function eachPage<Row>(
  client: HttpClient,
  first: string,
  row: z.ZodType<Row>,
  take: (rows: readonly Row[]) => void,
): Promise<void> {
  const seen = new Set<string>();
  let url: string | null = first;
  let rows = 0;
  let promised: number | null = null;
  let paged = true;
  while (url !== null) {
    if (seen.has(url) || seen.size >= MOST_PAGES)
      throw new Refusal(`Koladas sidor går runt: ${url} kommer igen.`, 'Försök igen senare.');
    seen.add(url);
    const answer = await client.json(url);
    const page: KoladaPage<Row> = koladaPage(row, answer.json, url);
    rows += page.values.length;
    promised = page.count ?? promised;
    paged &&= page.count === page.values.length;
    take(page.values);
    url = page.next === null ? null : nextAddress(page.next, url);
  }
  // Clients disagree about whether `count` is of the page or of the whole: either must hold.
  if (promised !== null && !paged && rows < promised)
    throw new Refusal(
      `Kolada säger att svaret har ${promised} rader, men ${rows} kom. Adress: ${first}`,
      'Alla sidor kom inte med. Kör kommandot igen.',
    );
}

/** The next page at the same server; a link that only differs in http or https is followed with ours. */
function nextAddress(link: string, current: string): string {
  const here = new URL(current);
  const next = new URL(link, here);
  if (next.hostname !== here.hostname || next.pathname !== here.pathname)
    throw new Refusal(
      `Länken till nästa sida går någon annanstans: ${link}`,
      'Inget har hämtats därifrån. Kontrollera --base-url.',
    );
  return new URL(`${next.pathname}${next.search}`, here).href;
}
