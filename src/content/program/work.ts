import { sourceParts } from '../../markup/sources.ts';
import type { Table, TableCell } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Arbetssatt, Atgard, Program } from '../../model/program.ts';
import { measureState, newestYear, statusCounts, titleOf } from '../../statistics/program.ts';
import { compareSwedish } from '../../text/collate.ts';
import { formatDate } from '../../text/dates.ts';
import { listOf } from '../../text/lists.ts';
import { countOf, formatKronor, type Noun } from '../../text/numbers.ts';
import { figureText, measureYears, statusText } from '../../text/program.ts';

/** A measure as a page and a file show it: each text is empty when the programme says nothing. */
type MeasureRow = {
  readonly atgard: string;
  readonly arbetssatt: string;
  readonly strategi: string;
  readonly strategiId: string;
  readonly leder: readonly string[];
  readonly medverkar: readonly string[];
  readonly tid: string;
  readonly budget: string;
  readonly status: string;
  /** Day, what has come of it and source of the status. */
  readonly om: string;
};

/** A way of working with its facts and how many measures it has. */
type WayOfWorking = Arbetssatt & {
  readonly fakta: readonly { readonly namn: string; readonly varde: string }[];
  readonly measures: string;
};

type StrategyPart = {
  readonly id: string;
  readonly titel: string;
  /** `12 åtgärder: 3 pågår, 9 utan uppgift`. */
  readonly status: string;
  readonly arbetssatt: readonly WayOfWorking[];
};

/** What a programme does: strategies, ways of working, measures, and which of these columns say anything. */
export type ProgramWork = {
  readonly strategier: readonly StrategyPart[];
  readonly rows: readonly MeasureRow[];
  readonly bodies: readonly string[];
  readonly has: { readonly tid: boolean; readonly budget: boolean; readonly status: boolean };
};

const MEASURES: Noun = { one: 'åtgärd', many: 'åtgärder' };

function statusLine(program: Program, atgarder: readonly Atgard[]): string {
  const all = countOf(atgarder.length, MEASURES);
  const counts = [...statusCounts(program, atgarder)];
  if (counts.length === 0 || counts.every(([status]) => status === null)) return all;
  const parts = counts.map(([status, count]) => `${count} ${statusText(status).toLocaleLowerCase('sv')}`);
  return `${all}: ${listOf(parts)}`;
}

function measureRow(program: Program, a: Atgard): MeasureRow {
  const state = measureState(program, a);
  return {
    atgard: a.atgard,
    arbetssatt: titleOf(program.arbetssatt, a.arbetssatt),
    strategi: titleOf(program.strategier, a.strategi),
    strategiId: a.strategi,
    leder: a.leder,
    medverkar: a.medverkar,
    tid: measureYears(a.start, a.slut),
    budget: a.budget === null ? '' : formatKronor(a.budget),
    status: statusText(state?.status ?? null),
    om:
      state === null
        ? ''
        : [formatDate(state.datum), state.text, state.kalla].flatMap((t) => t ?? []).join('. '),
  };
}

/** Strategies with their ways of working, and every measure with who leads and who takes part. */
export function programWork(program: Program): ProgramWork {
  const { strategier, arbetssatt, atgarder, fakta } = program;
  return {
    strategier: strategier.map(({ id, titel }) => ({
      id,
      titel,
      status: statusLine(
        program,
        atgarder.filter((a) => a.strategi === id),
      ),
      arbetssatt: arbetssatt
        .filter((a) => a.strategi === id)
        .map((way) => {
          const count = atgarder.filter((a) => a.arbetssatt === way.id).length;
          return {
            ...way,
            fakta: fakta.filter((f) => f.arbetssatt === way.id),
            measures: count === 0 ? 'Ingen egen åtgärd' : countOf(count, MEASURES),
          };
        }),
    })),
    rows: atgarder.map((a) => measureRow(program, a)),
    bodies: [...new Set(atgarder.flatMap((a) => [...a.leder, ...a.medverkar]))].toSorted(compareSwedish),
    has: {
      tid: atgarder.some((a) => a.start !== null || a.slut !== null),
      budget: atgarder.some((a) => a.budget !== null),
      status: program.lagen.length > 0,
    },
  };
}

/** What is known of a figure, then where it is from. */
function aboutCell(index: CatalogueIndex, said: string | null, kalla: string | null): TableCell {
  const parts = [
    ...(said === null ? [] : [{ text: kalla === null ? said : `${said}. ` }]),
    ...(kalla === null ? [] : sourceParts(index, kalla)),
  ];
  return { text: parts.map((part) => part.text).join(''), parts };
}

/** What became known in the newest year, beside what was known before; null when nothing is known. */
export function changesTable(index: CatalogueIndex, program: Program): Table | null {
  const news = newestYear(program);
  if (news === null) return null;
  const measures = news.lagen.map(({ atgard, before, now }) => [
    { text: atgard.atgard },
    { text: statusText(before?.status ?? null) },
    { text: statusText(now.status) },
    aboutCell(index, now.text, now.kalla),
  ]);
  const outcomes = news.utfall.map(({ indikator, utfall }) => {
    const earlier = program.utfall.filter((u) => u.indikator === indikator.id && u.ar < utfall.ar);
    const last = earlier.toSorted((a, b) => a.ar - b.ar).at(-1);
    const [ar, varde] = last ? [last.ar, last.varde] : [indikator.basar, indikator.varde];
    return [
      { text: indikator.titel },
      { text: `${figureText(varde)} (${ar})` },
      { text: `${figureText(utfall.varde)} (${utfall.ar})` },
      aboutCell(index, utfall.skal, utfall.kalla),
    ];
  });
  return {
    caption: `Nytt ${news.ar}`,
    columns: ['Åtgärd eller indikator', 'Förut', 'Nu', 'Om uppgiften'].map((label) => ({
      label,
      numeric: false,
    })),
    rows: [...measures, ...outcomes],
  };
}
