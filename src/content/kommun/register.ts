import { type SeriesSaid, seriesSaid } from '../../charts/from/series.ts';
import type { SeriesCut } from '../../charts/series.ts';
import type { SeriesPoint } from '../../charts/series-runs.ts';
import type { SexLines } from '../../charts/sex-lines.ts';
import { kommunPath } from '../../markup/paths.ts';
import { optionalCell, type Table, type TableCell } from '../../markup/table.ts';
import { answerType } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { egenBerakning } from '../../model/inlasning.ts';
import { type Kommun, RIKET } from '../../model/kommun.ts';
import { shownInstead } from '../../statistics/instead.ts';
import { PER_INVANARE, perInvanare } from '../../statistics/per-invanare.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { withYear } from '../../text/names.ts';
import { formatNumber } from '../../text/numbers.ts';
import { placeInText } from '../../text/places.ts';
import { remarkAbout, remarkOf } from '../../text/remarks.ts';
import { kommunNumber } from '../../text/sentences/kommun.ts';
import { shownValue } from '../../text/values.ts';

/** A place's figure in a register; `value` null with the reason in `shown`. */
export type RegisterRow = {
  readonly kod: string;
  readonly name: string;
  readonly value: number | null;
  readonly shown: string;
  /** What its source says of this very figure; null when nothing. */
  readonly remark: string | null;
  /** A count per 100 000 inhabitants of its year, as shown; null where there is none. */
  readonly perInvanare: string | null;
};

/** A register's years for a kommun, as plain data: any format draws them in its own way. */
export type RegisterHistory = Pick<SeriesSaid, 'title' | 'sentence' | 'table' | 'notes'> & {
  readonly points: readonly SeriesPoint[];
  readonly sexes: SexLines | null;
  /** Breaks between the years that have figures, in the words of the chart; nothing is compared over them. */
  readonly cuts: readonly SeriesCut[];
};

/** A register's newest figure for a kommun, beside those like it and riket. */
export type RegisterPart = {
  readonly indicator: Indicator;
  readonly ar: number | null;
  readonly sentence: string;
  /** A count set against the population, in words; null for what is no count. */
  readonly rate: string | null;
  /** What its years say, women and men apart where the source has them; null where there is one year. */
  readonly history: RegisterHistory | null;
  /** The kommun and those like it, highest first, those without a value last; then riket, if it has one. */
  readonly rows: readonly RegisterRow[];
};

/** Every register that has figures for kommuner. @param peers kommunkoder of those like it */
export function registersOf(
  index: CatalogueIndex,
  kommun: Kommun,
  peers: readonly string[],
): readonly RegisterPart[] {
  return index.catalogue.indikatorer.flatMap((indicator): RegisterPart[] => {
    const ar = newestKommunYear(index, indicator.id);
    if (indicator.typ !== 'register' || ar === undefined) return [];
    const row = (kod: string, name: string): RegisterRow => {
      const o = index.observation(indicator.id, kod, ar);
      const value = typeof o?.varde === 'number' ? o.varde : null;
      const rate = perInvanare(index, indicator, kod, ar);
      return {
        kod,
        name,
        value,
        shown: shownValue(indicator, o),
        remark: remarkOf(o),
        perInvanare: rate === null ? null : rateText(rate),
      };
    };
    const own = row(kommun.kod, kommun.namn);
    // Riket's count is always larger than a kommun's and says nothing beside it.
    const riket = answerType(indicator.svarstyp).comparable ? row(RIKET, 'Riket') : null;
    const places = [own, ...peers.map((kod) => row(kod, index.kommun(kod)?.namn ?? kod))];
    const instead = shownInstead(index, indicator.id, kommun.kod, ar);
    const sentence = kommunNumber(indicator, {
      place: kommun.namn,
      ar,
      value: own.value,
      saknas: index.observation(indicator.id, kommun.kod, ar)?.saknas ?? null,
      riket: riket?.value ?? null,
      instead: instead ? { place: placeInText(index, instead.kod), value: instead.varde } : null,
    });
    const highestFirst = places.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    const rate = rateSentence(index, indicator, ar, own);
    const history = historyOf(index, indicator, kommun.kod);
    return [
      {
        indicator,
        ar,
        sentence,
        rate,
        history,
        rows: [...highestFirst, ...(riket?.value == null ? [] : [riket])],
      },
    ];
  });
}

/** The remarks on a part's figures, each after its place: `Karlshamn: Skattad med 2021 års uppgifter.` */
export const registerRemarks = ({ rows }: RegisterPart): readonly string[] =>
  rows.flatMap(({ name, remark }) => (remark === null ? [] : [remarkAbout(name, remark)]));

function historyOf(index: CatalogueIndex, indicator: Indicator, kod: string): RegisterHistory | null {
  const said = seriesSaid(index, indicator, kod);
  if (!said) return null;
  const { title, sentence, table, notes, input } = said;
  const { points } = input;
  const cuts = input.cuts.filter(
    ({ franAr }) => (points[0]?.ar ?? 0) < franAr && franAr <= (points.at(-1)?.ar ?? 0),
  );
  return { title, sentence, table, notes, points, cuts, sexes: input.sexes ?? null };
}

/** Small rates need a decimal to differ at all. */
const rateText = (rate: number) => formatNumber(rate, rate < 10 ? 1 : 0);

/** `Det är 24 per 100 000 invånare, i riket 23. Egen beräkning på …`: no figure of the source's own. */
function rateSentence(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  own: RegisterRow,
): string | null {
  if (own.perInvanare === null) return null;
  const riket = perInvanare(index, indicator, RIKET, ar);
  const country = riket === null ? '' : `, i riket ${rateText(riket)}`;
  const from = index.observation(indicator.id, own.kod, ar)?.kalla ?? indicator.kalla;
  return `Det är ${own.perInvanare} per ${formatNumber(PER_INVANARE)} invånare${country}. ${egenBerakning(from)} och folkmängden ${ar}. I en liten kommun ändrar ett enda fall mycket.`;
}

/** A count beside those of kommuner like it, with what it is per inhabitant; null for what is no count. */
export function besideTable(index: CatalogueIndex, part: RegisterPart): Table | null {
  const { indicator, ar, rows } = part;
  if (!answerType(indicator.svarstyp).summable) return null;
  const rated = rows.some((r) => r.perInvanare !== null);
  return {
    caption: `${withYear(indicator.kortnamn, ar)}, och i kommuner som liknar`,
    columns: [
      { label: 'Kommun', numeric: false },
      { label: 'Antal', numeric: true },
      ...(rated ? [{ label: `Per ${formatNumber(PER_INVANARE)} inv.`, numeric: true }] : []),
    ],
    rows: rows.map((r) => [
      nameCell(index, r),
      { text: r.shown, sort: r.value },
      ...(rated ? [{ ...optionalCell(r.perInvanare), sort: null }] : []),
    ]),
  };
}

function nameCell(index: CatalogueIndex, { kod, name }: RegisterRow): TableCell {
  const kommun = index.kommun(kod);
  return kommun ? { text: name, href: kommunPath(kommun) } : { text: name };
}
