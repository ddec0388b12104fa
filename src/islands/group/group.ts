/** The reader's group follows through the pages: its rows and hexagons are marked, and a line says which it is. */
import { askedIn } from '../../model/pieces.ts';
import { cappedList } from '../../text/lists.ts';
import type { FileType } from '../download.ts';
import type { PlaceName } from '../fetch-places.ts';
import { chosenGroup, followed, HAS_VALUES, KEPT_GROUP, leftOut } from './chosen.ts';
import { ownRow, ownSentence } from './own-answer.ts';

/** More names than this would hide what the reader came to read. */
const MAX_NAMED = 6;

/** What the reader kept; null also where the browser forbids keeping. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_GROUP);
  } catch {
    return null;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEPT_GROUP);
  } catch {
    // Nothing was kept, then.
  }
  const url = new URL(location.href);
  url.searchParams.delete('k');
  history.replaceState(null, '', url);
}

/** Marks what belongs to a kommun; the words are for those who do not see the mark. */
function mark({ slug }: PlaceName): void {
  for (const link of document.querySelectorAll<Element>(`main a[href^="/kommuner/${slug}/"]`)) {
    const row = link.closest('th')?.closest('tr');
    if (row && !row.classList.contains('egen')) {
      row.classList.add('egen');
      const words = document.createElement('span');
      words.className = 'vh egen-ord';
      words.textContent = ' (din grupp)';
      link.after(words);
    }
    if (link.closest('svg.hexmap')) ring(link);
  }
}

/** Rings a hexagon, over all others, so that the ring is whole. */
function ring(tile: Element): void {
  const path = tile.querySelector('path');
  if (!path) return;
  tile.classList.add('egen');
  const around = path.cloneNode();
  if (around instanceof Element) around.setAttribute('class', 'here egen-ring');
  tile.closest('svg')?.append(around);
}

function unmark(): void {
  for (const words of document.querySelectorAll('.egen-ord, .egen-ring')) words.remove();
  for (const marked of document.querySelectorAll('.egen')) marked.classList.remove('egen');
}

/** Takes the group's values of the page as a file; what happened is said in `status`. */
function fileButton(
  format: string,
  type: FileType,
  koder: readonly string[],
  status: HTMLElement,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = format;
  button.setAttribute('aria-label', `${format} med gruppens värden`);
  button.addEventListener('click', async () => {
    try {
      const { take } = await import('./take.ts');
      status.textContent = await take(koder, type);
    } catch {
      status.textContent = 'Värdena kunde inte hämtas just nu.';
    }
  });
  return button;
}

/** What can be done with the group; on a narrow screen these stand in a list that opens. */
function actions(koder: readonly string[], status: HTMLElement, removed: () => void): HTMLElement {
  const list = document.createElement('div');
  list.id = 'grupp-mer';
  list.className = 'grupp-mer';
  list.popover = 'auto';
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'quiet';
  remove.textContent = 'Ta bort';
  remove.addEventListener('click', removed);
  const files = HAS_VALUES.test(location.pathname)
    ? [fileButton('CSV', 'csv', koder, status), fileButton('Excel', 'xlsx', koder, status)]
    : [];
  list.append(...files, remove);
  return list;
}

/** What has focus is never under the line: the page is moved as far as it takes. */
function keepInSight(bar: HTMLElement): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || bar.contains(target) || !bar.isConnected) return;
    const [focused, covered] = [target.getBoundingClientRect(), bar.getBoundingClientRect()];
    const under = focused.bottom - covered.top;
    // What is taller than the window shows in any case; and below the line's own place there is nothing to cover.
    if (under > 0 && focused.top < covered.bottom && focused.height < innerHeight / 2)
      scrollBy({ top: under + 8, behavior: 'instant' });
  });
}

/** What the line says of the group. */
function wordsOf(places: readonly PlaceName[]): string {
  const [only, ...others] = places;
  if (!only) return '';
  return others.length === 0
    ? ownSentence(only.namn, /^\/indikatorer\/./.test(location.pathname) ? ownRow(document, only.slug) : null)
    : `Din grupp: ${cappedList(
        places.map((p) => p.namn),
        MAX_NAMED,
      )}`;
}

/**
 * The line at the foot of the window: put last, so that nothing above it moves.
 * @param left what the address asked for that is not there, in words
 */
function line(places: readonly PlaceName[], left: string): HTMLElement {
  const bar = document.createElement('aside');
  bar.className = 'grupp';
  bar.setAttribute('aria-label', 'Din grupp');
  const words = document.createElement('p');
  words.textContent = [left, wordsOf(places)].filter((text) => text !== '').join(' ');
  bar.append(words);
  keepInSight(bar);
  if (places.length === 0) return bar;
  const compare = document.createElement('a');
  const koder = places.map((p) => p.kod);
  compare.href = `/jamfor/?k=${koder.join(',')}`;
  compare.textContent = 'Jämför';
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'quiet grupp-fler';
  more.setAttribute('popovertarget', 'grupp-mer');
  more.textContent = 'Mer';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const list = actions(koder, status, () => {
    forget();
    unmark();
    bar.remove();
    document.querySelector<HTMLElement>('#main')?.focus();
  });
  bar.append(compare, more, list, status);
  return bar;
}

async function show(koder: readonly string[]): Promise<void> {
  // What checks the list is not needed by those who have no group.
  const { fetchKommuner } = await import('../fetch-places.ts');
  // The order is the reader's own.
  const known = new Map((await fetchKommuner()).map((k) => [k.kod, k]));
  const places = koder.flatMap((kod) => known.get(kod) ?? []);
  const left = leftOut(location.search, new Set(known.keys()));
  if (places.length === 0 && left === '') return;
  places.forEach(mark);
  document.querySelector('main')?.append(line(places, left));
  if (places.length === 0) return;
  // The menu's own way to the comparison leads to the group too, also when it is kept and not in the address.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.top a[href="/jamfor/"]'))
    link.setAttribute('href', `/jamfor/?k=${places.map((p) => p.kod).join(',')}`);
}

/** The address's own group; from a kommun's page to an indicator, that kommun. */
function searchFor(pathname: string): string {
  const kod = document.querySelector<HTMLElement>('main [data-kommun]')?.dataset.kommun;
  const own = new URLSearchParams(location.search).has('k') || kept() !== null;
  return kod !== undefined && !own && pathname.startsWith('/indikatorer/') ? `?k=${kod}` : location.search;
}

for (const kind of ['click', 'auxclick'])
  document.addEventListener(
    kind,
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a[href^="/"]') : null;
      const address = link?.getAttribute('href');
      if (!link || !address) return;
      // A hexagon is a link too, but has no parts of an address: those are read from its text.
      const { pathname, search, hash } = new URL(address, location.href);
      const next = followed({ pathname, search }, searchFor(pathname));
      if (next !== search) link.setAttribute('href', `${pathname}${next}${hash}`);
    },
    true,
  );

const koder = chosenGroup(location.search, kept());
const asked = askedIn(new URLSearchParams(location.search), 'k');
// The compare page shows its choice itself.
if ((koder.length > 0 || asked !== '') && !location.pathname.startsWith('/jamfor/'))
  show(koder).catch(() => {});
