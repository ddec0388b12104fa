import { shareOfText } from '../../charts/share-text.ts';
import type { CompareData } from '../../files/compare/model.ts';
import { isSmallBase, type Share } from '../../statistics/share.ts';
import { type Matrix, type MatrixIndicator, riketShare } from './matrix.ts';
import { safe } from './table.ts';

const WIDTH = 640;
/** Air at the ends, so that a dot at 0 or 100 % is whole. */
const EDGE = 8;
const ROW = 46;
const HEAD = 44;

type Row = { readonly indicator: MatrixIndicator; readonly group: Share; readonly riket: Share | null };

/** Where a share lies; null where its base is too small to be placed. */
const place = (share: Share | null): number | null =>
  share === null || isSmallBase(share)
    ? null
    : Math.round(EDGE + ((WIDTH - 2 * EDGE) * share.count) / share.of);

/** A question: its name and both shares with their bases above a track from 0 to 100 %, a bar for riket, a dot for the group. */
function rowSvg({ indicator, group, riket }: Row, y: number): string {
  const words = `${shareOfText(group)}${riket === null ? '' : ` · riket ${shareOfText(riket)}`}`;
  const [dot, bar] = [place(group), place(riket)];
  return [
    `<text x="0" y="${y + 16}">${safe(indicator.kortnamn)}</text>`,
    `<text class="soft" x="${WIDTH}" y="${y + 16}" text-anchor="end">${words}</text>`,
    `<path class="track" d="M${EDGE} ${y + 30}H${WIDTH - EDGE}"/>`,
    bar === null ? '' : `<path class="bar" d="M${bar} ${y + 22}v16"/>`,
    dot === null ? '' : `<circle cx="${dot}" cy="${y + 30}" r="6"/>`,
  ].join('');
}

/**
 * The group beside riket, question by question and area by area: one picture of where the group is ahead of the
 * country and where behind. Empty when no question was answered. The table says the same.
 */
export function groupDotsHtml(matrix: Matrix, omraden: CompareData['omraden']): string {
  const rows = matrix.indikatorer.flatMap((indicator, i): Row[] => {
    const summary = matrix.summary[i];
    if (summary?.kind !== 'svar' || summary.share.of === 0) return [];
    return [{ indicator, group: summary.share, riket: riketShare(indicator) }];
  });
  if (rows.length === 0) return '';
  let y = 0;
  const parts = omraden.flatMap(({ slug, titel }) => {
    const own = rows.filter((r) => r.indicator.omrade === slug);
    if (own.length === 0) return [];
    const head = `<text class="head" x="0" y="${y + 28}">${safe(titel)}</text>`;
    y += HEAD;
    const drawn = own.map((row, i) => rowSvg(row, y + i * ROW));
    y += own.length * ROW;
    return [head, ...drawn];
  });
  const caption =
    '<figcaption><h3>Gruppen bredvid riket</h3><p class="meta">Punkten är andelen i gruppen som gav det första svaret, strecket andelen i riket. Linjen går från 0 till 100 procent. Där färre än fem svarade finns ingen punkt, bara antalet.</p></figcaption>';
  return `<figure class="jamfor-fig">${caption}<svg class="dots" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="Gruppens och rikets andelar, fråga för fråga. Samma siffror står i tabellen.">${parts.join('')}</svg></figure>`;
}
