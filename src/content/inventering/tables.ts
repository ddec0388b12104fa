import type { Table } from '../../markup/table.ts';
import type { Formular, Uppgift } from '../../model/formular.ts';
import { ALDRAR, type Inventering } from '../../model/inventering.ts';
import { ageLabel, partLabel } from '../../text/inventering.ts';
import { formatYear } from '../../text/numbers.ts';
import { cellText, shownIn, uppgiftOf } from './figures.ts';

/** The figures of a question year by year; none when no year has any of them. */
export function inventoryYears(
  caption: string,
  koder: readonly string[],
  years: readonly Inventering[],
  form: Formular,
): readonly Table[] {
  const rows = koder.flatMap((kod) => {
    const { namn, enhet } = uppgiftOf(form, kod);
    const shown = years.map((y) => shownIn(y, kod));
    if (shown.every((s) => s.kind === 'saknas')) return [];
    return [
      [
        { text: `${namn}, ${enhet === 'kronor' ? 'kr' : enhet}` },
        ...shown.map((s) => ({
          text: enhet === 'kronor' ? cellText(s, 'dygn') : cellText(s, enhet),
          sort: s.kind === 'tal' ? s.tal : null,
        })),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      caption,
      columns: [
        { label: 'Uppgift', numeric: false },
        ...years.map((y) => ({ label: formatYear(y.ar), numeric: true })),
      ],
      rows,
    },
  ];
}

/** Who they are: age by sex in one year; none when nothing is given but the total. */
export function peopleTable({ kod, namn }: Uppgift, year: Inventering): readonly Table[] {
  const rows = ALDRAR.map((alder) => ({
    alder,
    cells: (['K', 'M', 'T'] as const).map((kon) => shownIn(year, kod, kon, alder)),
  })).filter(({ cells }) => cells.some((c) => c.kind !== 'saknas'));
  const divided = rows.some(
    ({ alder, cells }) => alder !== 'alla' || cells.slice(0, 2).some((c) => c.kind !== 'saknas'),
  );
  if (!divided) return [];
  return [
    {
      caption: `${namn} ${year.ar}, efter kön och ålder`,
      columns: [
        { label: 'Ålder', numeric: false },
        ...['Kvinnor', 'Män', 'Alla'].map((label) => ({ label, numeric: true })),
      ],
      rows: rows.map(({ alder, cells }) => [
        { text: ageLabel(alder) },
        ...cells.map((c) => ({ text: cellText(c, 'personer'), sort: c.kind === 'tal' ? c.tal : null })),
      ]),
    },
  ];
}

/** Everything that the questionnaire asks for, and what is counted. */
export const questionnaireTable = (form: Formular): Table => ({
  caption: 'Det som mallen frågar efter',
  columns: ['Del', 'Uppgift', 'Enhet', 'Vad som räknas'].map((label) => ({ label, numeric: false })),
  rows: form.uppgifter.map((u) =>
    [partLabel(form, u.del), u.namn, u.enhet, u.anvisning].map((text) => ({ text })),
  ),
});
