/**
 * Maps of hexagons: a line of text says what the pointer, the focus or the finger is on; the map is one stop for the Tab key,
 * with the arrows between neighbours; a first tap shows and a second opens. Without this every hexagon is a link.
 */
import { must } from '../../model/must.ts';
import { OFFERED } from '../search/offered.ts';
import { isArrow, nextSpot, type Spot } from './steps.ts';

const HINT = 'Peka, tryck eller gå med piltangenterna.';

/** The words of a tile, `Umeå: 1,9 %`, and the class that its colour means, when that says more than they do. */
function wordsOf(tile: Element, figure: Element | null): string {
  const words = must(tile.querySelector('title'), 'title of a tile').textContent;
  const swatch = tile.querySelector('path')?.getAttribute('class');
  const item = swatch ? figure?.querySelector(`.legend .sw.${swatch}`)?.closest('li') : null;
  const label = [...(item?.childNodes ?? [])]
    .filter((node) => node instanceof Text)
    .map((node) => node.data.trim())
    .join('');
  return label === '' || words.toLocaleLowerCase('sv').includes(label.toLocaleLowerCase('sv'))
    ? words
    : `${words} · ${label}`;
}

function spotOf(tile: SVGAElement): Spot {
  const { x, y, width, height } = tile.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** A line around the tile that the text is about, over all others. */
function outline(svg: SVGSVGElement): (tile: Element | null) => void {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('class', 'over');
  svg.append(path);
  return (tile) => {
    const d = tile?.querySelector('path')?.getAttribute('d');
    if (d) path.setAttribute('d', d);
    else path.removeAttribute('d');
  };
}

function wireMap(svg: SVGSVGElement): void {
  const tiles = [...svg.querySelectorAll<SVGAElement>('a')];
  const [first] = tiles;
  if (!first) return;
  const figure = svg.closest('figure');
  const line = figure?.querySelector('.avlasning') ?? null;
  const around = outline(svg);
  let spots: readonly Spot[] | undefined;
  let stop = first;
  let shown: Element | null = null;
  const show = (tile: Element | null) => {
    shown = tile;
    around(tile);
    if (line) line.textContent = tile === null ? HINT : wordsOf(tile, figure);
  };
  const stopAt = (tile: SVGAElement) => {
    stop.setAttribute('tabindex', '-1');
    stop = tile;
    stop.setAttribute('tabindex', '0');
  };
  for (const tile of tiles) tile.setAttribute('tabindex', '-1');
  stopAt(tiles.find((t) => t.classList.contains('egen')) ?? first);
  show(null);

  const tileAt = (target: EventTarget | null): SVGAElement | undefined =>
    tiles.find((tile) => target instanceof Node && tile.contains(target));
  svg.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch') show(tileAt(target) ?? shown);
  });
  svg.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') show(svg.contains(document.activeElement) ? stop : null);
  });
  svg.addEventListener('focusin', ({ target }) => {
    const tile = tileAt(target);
    if (!tile) return;
    stopAt(tile);
    show(tile);
  });
  svg.addEventListener('focusout', () => show(null));
  svg.addEventListener('keydown', (event) => {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    spots ??= tiles.map(spotOf);
    const next = nextSpot(spots, tiles.indexOf(stop), event.key);
    if (next !== null) tiles[next]?.focus();
  });
  // What a finder offers is shown here too: the kommun that is marked in its list, or stands first.
  document.addEventListener(OFFERED, ({ detail: { path } }) => {
    const offered =
      path === null ? undefined : tiles.find((t) => path.startsWith(t.getAttribute('href') ?? ' '));
    if (offered || !svg.contains(document.activeElement)) show(offered ?? null);
  });
  // A finger has no way to point without pressing: its first press only shows the text.
  let before: Element | null = null;
  svg.addEventListener(
    'pointerdown',
    () => {
      before = shown;
    },
    true,
  );
  svg.addEventListener('click', (event) => {
    const tile = tileAt(event.target);
    if (!tile || !(event instanceof PointerEvent) || event.pointerType !== 'touch' || tile === before) return;
    event.preventDefault();
    stopAt(tile);
    show(tile);
  });
}

/** Brings the maps in a part of the page to life. */
export function wireMaps(root: ParentNode): void {
  for (const svg of root.querySelectorAll<SVGSVGElement>('svg.hexmap')) wireMap(svg);
}
