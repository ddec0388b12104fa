import { sourceCell } from '../../markup/sources.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Mal, Program } from '../../model/program.ts';
import { outcomesOf, seen, titleOf } from '../../statistics/program.ts';
import { formatYear } from '../../text/numbers.ts';
import { baseText, comparableText, figureText, NOT_KNOWN, seenText, wantedText } from '../../text/program.ts';

const goalText = (program: Program, { titel, overgripande, delAv }: Mal): string => {
  if (overgripande) return `${titel} (övergripande)`;
  return delAv === null ? titel : `${titel} (delmål i: ${titleOf(program.mal, delAv)})`;
};

/** Goals with what they are followed by: base year, wanted way, and the way that may be said to be seen. */
export function goalsTable(index: CatalogueIndex, program: Program): Table {
  return {
    caption: 'Mål, indikatorer och basår',
    columns: [
      { label: 'Mål', numeric: false },
      { label: 'Indikator', numeric: false },
      { label: 'Basår', numeric: false },
      { label: 'Önskat', numeric: false },
      { label: 'Sedan dess', numeric: false },
      { label: 'Källa', numeric: false },
    ],
    rows: program.mal.flatMap((mal) =>
      program.indikatorer
        .filter((i) => i.mal === mal.id)
        .map((i) => {
          const way = seen(program, i);
          return [
            { text: goalText(program, mal) },
            { text: i.titel },
            { text: `${formatYear(i.basar)}: ${baseText(i)}` },
            { text: wantedText(i.riktning) },
            {
              text:
                way.kind === 'gar-inte-att-saga'
                  ? NOT_KNOWN
                  : seenText(way.kind, way.change, way.utfall.ar, i.basar),
            },
            sourceCell(index, i.kalla, [i.tabell, i.not].flatMap((t) => t ?? []).join('. ')),
          ];
        }),
    ),
  };
}

/** Every later outcome, and whether it may be compared; none when there are no outcomes. */
export function outcomesTable(index: CatalogueIndex, program: Program): Table | null {
  const rows = program.indikatorer.flatMap((i) =>
    outcomesOf(program, i).map((u) => [
      { text: i.titel },
      { text: formatYear(u.ar), sort: u.ar },
      { text: `${figureText(u.varde)} ${i.enhet}`, ...(u.varde === null ? {} : { sort: u.varde }) },
      { text: comparableText(u) },
      sourceCell(index, u.kalla),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    caption: 'Utfall efter basåret',
    columns: [
      { label: 'Indikator', numeric: false },
      { label: 'År', numeric: true },
      { label: 'Utfall', numeric: true },
      { label: 'Att jämföra med basåret', numeric: false },
      { label: 'Källa', numeric: false },
    ],
    rows,
  };
}

const words = (...labels: readonly string[]) => labels.map((label) => ({ label, numeric: false }));

/** Who handles the case of whom, and by which rule. */
export const responsibilitiesTable = ({ ansvar }: Program): Table => ({
  caption: 'Regler för vem som hjälper vem',
  columns: words('Vem det gäller', 'Hos vem', 'Regel'),
  rows: ansvar.map((a) => [{ text: a.vem }, { text: a.hanterasAv }, { text: a.regel }]),
});

/** When the programme is followed up, how and by whom. */
export const followUpTable = ({ uppfoljning }: Program): Table => ({
  caption: 'Uppföljning',
  columns: words('När', 'Vad', 'Vem'),
  rows: uppfoljning.map((u) => [{ text: u.nar }, { text: u.vad }, { text: u.vem }]),
});
