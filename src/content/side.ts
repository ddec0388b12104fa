import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { alikeIn, askedApart, together, widest } from '../statistics/shared.ts';
import { formatNumber } from '../text/numbers.ts';
import { alikeSentence, largestDifference } from '../text/sentences/side.ts';
import { shareText } from '../text/shares.ts';

const areaName = (index: CatalogueIndex, slug: string) =>
  index.omrade(slug)?.kortnamn.toLocaleLowerCase('sv') ?? slug;

/** Where the areas differ most in riket or a län; null when no shared question has a base to say it of. */
export function differenceSentence(index: CatalogueIndex, kod: string): string | null {
  const found = widest(index, kod);
  if (found === null) return null;
  const { question, low, high } = found;
  // A headline never rests on answers that were made up: their shares are ours, not the kommuner's.
  const made = question.parts.some((p) =>
    p.indikatorer.some((i) => index.observation(i.id, kod, question.ar)?.exempel),
  );
  if (made) return null;
  const said = ({ omrade, share }: typeof low) => ({
    area: areaName(index, omrade),
    shown: shareText(share),
  });
  return largestDifference(question.namn, question.ar, said(low), said(high));
}

/** How alike a kommun answers in the areas. */
export function kommunSentence(index: CatalogueIndex, kod: string, place: string): string {
  const { same, of } = alikeIn(index, kod);
  return alikeSentence(place, same, of);
}

/** How many kommuner say yes in every area, in some and in none, question by question. */
export function togetherTable(index: CatalogueIndex, koder: readonly string[]): Table {
  return {
    caption: 'I hur många områden svarade samma kommun ja?',
    columns: [
      { label: 'Fråga', numeric: false },
      { label: 'Ja i alla', numeric: true },
      { label: 'Ja i något', numeric: true },
      { label: 'Ja i inget', numeric: true },
      { label: 'Svarade i alla', numeric: true },
    ],
    rows: askedApart(index).map((question) => {
      const { every, some, none, of } = together(index, question, koder);
      return [
        { text: `${question.namn} ${question.ar}` },
        ...[every, some, none, of].map((n) => ({ text: formatNumber(n), sort: n })),
      ];
    }),
  };
}
