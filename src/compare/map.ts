import type { HexReferens } from '../charts/hex/layout.ts';
import { hexMapSvg } from '../charts/hex/map.ts';
import { classOf, classScale } from '../charts/scale.ts';
import { escapeXml } from '../markup/escape.ts';
import { hasCategories } from '../model/answer.ts';
import { countOf, KOMMUN } from '../text/numbers.ts';
import type { CompareData } from './data.ts';
import type { Matrix, MatrixCell, MatrixIndicator } from './matrix.ts';
import { riketText } from './matrix.ts';
import { aboutText, summaryText } from './table.ts';

const OUTSIDE = 'c-out';
/** Where those who skip the hexagons land. */
const LEGEND = 'jamfor-klasser';

type Class = { readonly swatch: string; readonly label: string };

/** How the chosen are painted: the class of a cell, and the classes in the order of the legend. */
type Painting = {
  readonly fill: (cell: MatrixCell | undefined) => Class;
  readonly classes: readonly Class[];
};

const CHOSEN: Class = { swatch: 'c-3', label: 'Vald kommun' };

/** The same colours as the map of the answers on the indicator's own page. */
function paintAnswers(indicator: MatrixIndicator): Painting {
  const { svar } = indicator;
  const own = hasCategories(indicator);
  const classes = svar.map(({ ord, text }, i) => ({
    swatch: own ? `a-kategori-${Math.min(i, 3)}` : `a-${ord}`,
    label: text,
  }));
  const at = new Map(svar.map(({ ord }, i) => [ord, classes[i]]));
  return { classes, fill: (cell) => at.get(String(cell?.raw)) ?? gap(cell) };
}

/** Classes from the values of all kommuner, so that a colour means the same whoever is chosen. */
function paintNumbers(indicator: MatrixIndicator): Painting {
  const all = indicator.utgava.varden.flatMap((v) => (typeof v === 'number' ? [v] : []));
  const classes = classScale(all, indicator);
  const fill = (cell: MatrixCell | undefined) =>
    typeof cell?.raw === 'number' ? classOf(classes, cell.raw, indicator.decimaler) : gap(cell);
  return { classes, fill };
}

/** A reason is a class of its own, hatched; so is a city whose stadsdelar answer, dotted. */
function gap(cell: MatrixCell | undefined): Class {
  if (cell?.tone === 'stadsdelar') return { swatch: 'c-del', label: 'Stadsdelarna svarar' };
  return { swatch: 'c-na', label: cell?.text ?? 'Uppgift saknas' };
}

function paintingOf(indicator: MatrixIndicator | undefined): Painting {
  if (!indicator) return { classes: [CHOSEN], fill: () => CHOSEN };
  return indicator.typ === 'svar' ? paintAnswers(indicator) : paintNumbers(indicator);
}

const referenser = new WeakMap<CompareData, HexReferens>();

/** What the hexagons are drawn from; kept, so that the outline of the country is only found once. */
function referensOf(data: CompareData): HexReferens {
  const known = referenser.get(data);
  if (known) return known;
  const made: HexReferens = {
    kommuner: data.kommuner.map(({ kod, lan }) => ({ kod, lanskod: lan })),
    kommunrutor: data.kommuner.map(({ kod, ruta: [col, row] }) => ({ kod, col, row })),
    vattenrutor: data.vatten.map(([col, row]) => ({ kod: '', col, row })),
  };
  referenser.set(data, made);
  return made;
}

/** The indicator that the map shows: the one asked for, else the only one chosen, else none: who is chosen. */
export function mappedColumn({ indikatorer }: Pick<Matrix, 'indikatorer'>, karta: string | null): number {
  return karta === null && indikatorer.length === 1 ? 0 : indikatorer.findIndex((i) => i.id === karta);
}

function legendHtml(classes: readonly Class[], shown: readonly Class[], outside: number): string {
  const labels = new Map([...classes, ...shown].map((c) => [`${c.swatch} ${c.label}`, c]));
  const items = [...labels.values()].map((c) => ({
    ...c,
    count: shown.filter((s) => s.swatch === c.swatch && s.label === c.label).length,
  }));
  const rows = [...items, { swatch: OUTSIDE, label: 'Inte vald', count: outside }].map(
    ({ swatch, label, count }) =>
      `<li><span class="sw ${swatch}" aria-hidden="true"></span>${escapeXml(label)}<span class="count">${countOf(count, KOMMUN)}</span></li>`,
  );
  return `<ul class="legend" id="${LEGEND}" tabindex="-1">${rows.join('')}</ul>`;
}

/**
 * Where the chosen kommuner lie and, with an indicator, what they have: every kommun a hexagon and a link, those
 * chosen ringed and coloured, the legend saying how many are in each class and how many have no value.
 */
export function mapHtml(data: CompareData, matrix: Matrix, karta: string | null): string {
  const column = mappedColumn(matrix, karta);
  const indicator = matrix.indikatorer[column];
  const { fill, classes } = paintingOf(indicator);
  const rows = new Map(matrix.rows.map((row) => [row.kommun.kod, row]));
  const shown = matrix.rows.map((row) => fill(row.cells[column]));
  const tiles = data.kommuner.map(({ kod, namn, slug }) => {
    const row = rows.get(kod);
    const text = row ? (row.cells[column]?.text ?? 'vald') : 'inte vald';
    const swatch = row ? fill(row.cells[column]).swatch : OUTSIDE;
    return { kod, fill: swatch, name: `${namn}: ${text}`, href: `/kommuner/${slug}/` };
  });
  const summary = matrix.summary[column];
  const head =
    indicator && summary
      ? `<h3><a href="/indikatorer/${indicator.slug}/">${escapeXml(indicator.kortnamn)}</a> <small>${aboutText(indicator)}</small></h3><p class="meta">Gruppen: ${escapeXml(summaryText(indicator, summary))}. Riket: ${escapeXml(riketText(indicator))}.</p>`
      : '<h3>De valda kommunerna</h3>';
  const label = indicator
    ? `Karta över de valda kommunerna: ${indicator.kortnamn}`
    : 'Karta över de valda kommunerna';
  const svg = hexMapSvg(referensOf(data), { label, tiles, chosen: [...rows.keys()] });
  return `<figure class="figure mapfig"><figcaption>${head}</figcaption><a class="skip" href="#${LEGEND}">Hoppa över kartan</a><div class="mapbody"><div class="pic"><p class="avlasning" aria-hidden="true"></p>${svg}</div><div>${legendHtml(classes, shown, data.kommuner.length - rows.size)}<p class="meta">Schematisk karta, varje kommun lika stor. Valda kommuner har en ring. Tjocka linjer är länsgränser.${indicator?.typ === 'tal' ? ' Klasserna är desamma som på indikatorns egen sida.' : ''}</p></div></div></figure>`;
}
