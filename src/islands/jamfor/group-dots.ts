import { shareOfText } from '../../charts/share-text.ts';
import type { CompareData } from '../../files/compare/model.ts';
import { isSmallBase, type Share } from '../../statistics/share.ts';
import { dotRow } from './dot-row.ts';
import { type Matrix, type MatrixIndicator, riketShare } from './matrix.ts';
import { safe } from './table.ts';

type Row = { readonly indicator: MatrixIndicator; readonly group: Share; readonly riket: Share | null };

/** Where a share lies; null where its base is too small to be placed. */
const place = (share: Share | null): number | null =>
  share === null || isSmallBase(share) ? null : share.count / share.of;

/** A question: its name, both shares with their bases, and where they lie from 0 to 100 %. */
function row({ indicator, group, riket }: Row): string {
  const words = `${shareOfText(group)}${riket === null ? '' : ` · riket ${shareOfText(riket)}`}`;
  return dotRow(indicator.kortnamn, words, { dot: place(group), bar: place(riket) });
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
  const lists = omraden.map(({ slug, titel }) => {
    const own = rows.filter((r) => r.indicator.omrade === slug);
    const list = `<ul class="dots wide">${own.map(row).join('')}</ul>`;
    return own.length === 0 ? '' : `<p class="dots-head">${safe(titel)}</p>${list}`;
  });
  return `<figure class="jamfor-fig grupp-fig"><figcaption><h3>Gruppen bredvid riket</h3><p class="meta">Punkten är andelen i gruppen som gav det första svaret, strecket andelen i riket. Linjen går från 0 till 100 procent. Där färre än fem svarade finns ingen punkt, bara antalet.</p></figcaption>${lists.join('')}</figure>`;
}
