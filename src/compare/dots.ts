import { escapeXml } from '../markup/escape.ts';
import { must } from '../model/must.ts';
import { isSmallBase, type Share } from '../statistics/share.ts';
import { listOf } from '../text/lists.ts';
import { shareOfText } from '../text/shares.ts';
import type { CompareData, CompareIndicator } from './data.ts';
import {
  type Against,
  type Matrix,
  type MatrixIndicator,
  type MatrixRow,
  riketShare,
  riketText,
  sortRows,
} from './matrix.ts';
import { aboutText, againstText, summaryText } from './table.ts';

/** Where a mark lies on its track, 0–1 from the left; null draws none. */
type Marks = { readonly dot: number | null; readonly bar: number | null };

const percent = (place: number) => `${Math.round(place * 1000) / 10}%`;

/**
 * A row of a dot plot: name, track, value. The words are text of the page, so they are as large on a telephone as on
 * a wall; the marks are placed in percent of the track, however long it is. The dot is the row's own value, the bar
 * riket's: two shapes, so that colour alone carries nothing.
 */
function dotRow(name: string, value: string, { dot, bar }: Marks): string {
  const line = bar === null ? '' : `<line class="bar" x1="${percent(bar)}" x2="${percent(bar)}" y2="100%"/>`;
  const mark = dot === null ? '' : `<circle cx="${percent(dot)}" cy="50%" r="6"/>`;
  return `<li><span>${escapeXml(name)}</span><svg aria-hidden="true"><line class="track" x2="100%" y1="50%" y2="50%"/>${line}${mark}</svg><span class="num">${escapeXml(value)}</span></li>`;
}

/** Where values lie: from the least to the greatest of what is shown, riket included, with a little air. */
export function rangeOf(values: readonly number[]): readonly [number, number] {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const air = (max - min) * 0.04 || Math.abs(max) * 0.04 || 1;
  return [min - air, max + air];
}

/** A dot a kommun, highest first, with riket as a bar through all. The axis starts where the values do: dots are read by place. */
function dots(indicator: MatrixIndicator, rows: readonly (MatrixRow & { value: number; text: string })[]) {
  const { riket } = indicator.utgava;
  const [from, to] = rangeOf([...rows.map((r) => r.value), ...(riket === null ? [] : [riket])]);
  const place = (value: number) => (value - from) / (to - from);
  const bar = riket === null ? null : place(riket);
  const marks = rows.map((r) => dotRow(r.kommun.namn, r.text, { dot: place(r.value), bar }));
  return `<ul class="dots">${marks.join('')}</ul>`;
}

const names = (rows: readonly MatrixRow[]) => escapeXml(listOf(rows.map((r) => r.kommun.namn)));

/** A question: who gave which answer, by name. */
function answers(indicator: CompareIndicator, rows: readonly MatrixRow[], column: number): string {
  const groups = indicator.svar.map(({ ord, text }) => {
    const who = rows.filter((r) => r.cells[column]?.raw === ord);
    return `<dt>${escapeXml(text)} <small>${who.length}</small></dt><dd>${who.length === 0 ? 'Ingen' : names(who)}</dd>`;
  });
  return groups.join('');
}

/** Cities whose stadsdelar answer in their place: how each city's did. */
function cities(rows: readonly MatrixRow[], column: number): string {
  const answered = rows.flatMap(({ kommun, cells }) => {
    const cell = cells[column];
    return cell?.tone === 'stadsdelar' ? [`<dd>${escapeXml(`${kommun.namn}: ${cell.text}`)}</dd>`] : [];
  });
  return answered.length === 0
    ? ''
    : `<dt>Stadsdelarna svarar <small>${answered.length}</small></dt>${answered.join('')}`;
}

/** Those without a value, by reason. Never a dot at zero. */
function missing(rows: readonly MatrixRow[], column: number): string {
  const reasons = Map.groupBy(
    rows.filter((r) => r.cells[column]?.tone === 'saknas'),
    (r) => must(r.cells[column], `cell ${column}`).text,
  );
  return [...reasons]
    .map(
      ([reason, who]) =>
        `<dt class="na">${escapeXml(reason)} <small>${who.length}</small></dt><dd>${names(who)}</dd>`,
    )
    .join('');
}

/** Each chosen indicator as a picture: dots for numbers, names by answer for questions. */
export function dotsHtml(matrix: Matrix, against: Against | null = null): string {
  return matrix.indikatorer
    .map((indicator, column) => {
      const rows = sortRows(matrix, column);
      const known = rows.flatMap((r) => {
        const cell = r.cells[column];
        return typeof cell?.raw === 'number' ? [{ ...r, value: cell.raw, text: cell.text }] : [];
      });
      const list =
        (indicator.typ === 'svar' ? answers(indicator, rows, column) : '') +
        cities(rows, column) +
        missing(rows, column);
      const head = `<h3><a href="/indikatorer/${indicator.slug}/">${escapeXml(indicator.kortnamn)}</a> <small>${aboutText(indicator)}</small></h3>`;
      const summary = matrix.summary[column];
      const together = `<p class="meta">Gruppen: ${summary ? escapeXml(summaryText(indicator, summary)) : ''}.${against === null ? '' : ` ${escapeXml(against.grupp)}: ${againstText(against, column)}.`} Riket: ${escapeXml(riketText(indicator))}.</p>`;
      return `<figure class="jamfor-fig"><figcaption>${head}${together}</figcaption>${known.length > 0 ? dots(indicator, known) : ''}${list === '' ? '' : `<dl class="facts">${list}</dl>`}</figure>`;
    })
    .join('');
}

/** Shares of one question: the group's, and what it is set against. */
type GroupShare = {
  readonly indicator: MatrixIndicator;
  readonly group: Share;
  /** By name, riket last. */
  readonly others: readonly { readonly namn: string; readonly share: Share | null }[];
};

/** Where a share lies; null where its base is too small to be placed. */
const placeOf = (share: Share | null): number | null =>
  share === null || isSmallBase(share) ? null : share.count / share.of;

/** A question: its name, the shares with their bases, and where they lie from 0 to 100 %. */
function shareRow({ indicator, group, others }: GroupShare): string {
  const said = others.flatMap(({ namn, share }) =>
    share === null ? [] : [` · ${namn} ${shareOfText(share)}`],
  );
  const bar = placeOf(others[0]?.share ?? null);
  return dotRow(indicator.kortnamn, shareOfText(group) + said.join(''), { dot: placeOf(group), bar });
}

const shareIn = (against: Against, at: number): Share | null => {
  const of = against.summary[at];
  return of?.kind === 'svar' && of.share.of > 0 ? of.share : null;
};

/**
 * The group beside riket or a second group, question by question and area by area: one picture of where the group is
 * ahead and where behind. Empty when no question was answered. The table says the same.
 */
export function groupDotsHtml(
  matrix: Matrix,
  omraden: CompareData['omraden'],
  against: Against | null = null,
): string {
  const rows = matrix.indikatorer.flatMap((indicator, i): GroupShare[] => {
    const summary = matrix.summary[i];
    if (summary?.kind !== 'svar' || summary.share.of === 0) return [];
    const others = [
      ...(against === null ? [] : [{ namn: against.grupp, share: shareIn(against, i) }]),
      { namn: 'riket', share: riketShare(indicator) },
    ];
    return [{ indicator, group: summary.share, others }];
  });
  if (rows.length === 0) return '';
  const lists = omraden.map(({ slug, titel }) => {
    const own = rows.filter((r) => r.indicator.omrade === slug);
    const list = `<ul class="dots wide">${own.map(shareRow).join('')}</ul>`;
    return own.length === 0 ? '' : `<p class="dots-head">${escapeXml(titel)}</p>${list}`;
  });
  const other = against === null ? 'riket' : escapeXml(against.grupp);
  return `<figure class="jamfor-fig grupp-fig"><figcaption><h3>Gruppen bredvid ${other}</h3><p class="meta">Punkten är andelen i gruppen som gav det första svaret, strecket andelen i ${other}. Linjen går från 0 till 100 procent. Där färre än fem svarade finns ingen punkt, bara antalet.</p></figcaption>${lists.join('')}</figure>`;
}
