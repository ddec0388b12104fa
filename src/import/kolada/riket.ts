import { answersOf, answerType, type Svarstyp } from '../../model/answer.ts';
import { folkmangdOf, type Referens } from '../../model/kommun.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { ImportedValue } from '../batch.ts';
import type { KpiReading, RiketFigure } from './values.ts';

/** How far riket may be from what the kommuner give before it is said, as a share of riket. */
const MARGIN = 0.05;

/**
 * Holds Kolada's figure of riket against what the kommuner give: the sum of counts, the mean of rates weighted
 * with population, the share of the first answer. Says where they differ; nothing of riket is written.
 */
export function riketNotes(
  referens: Pick<Referens, 'kommuner' | 'folkmangder'>,
  readings: ReadonlyMap<string, KpiReading>,
  riket: readonly RiketFigure[],
  values: readonly ImportedValue[],
): readonly string[] {
  const slices = Map.groupBy(
    values.filter((v) => v.kon === 'T' && v.varde !== null),
    (v) => `${v.indikator}|${v.ar}`,
  );
  return riket.flatMap(({ kpi, ar, value }) => {
    const indicator = readings.get(kpi)?.indicator;
    const slice = indicator && slices.get(`${indicator.id}|${ar}`);
    if (!indicator || !slice || slice.length < referens.kommuner.length * 0.9) return [];
    const ours = computed(
      slice,
      answersOf(indicator.svarstyp, indicator.kategorier),
      folkmangdOf(referens, ar),
      indicator.svarstyp,
    );
    // Kolada writes a question's riket as a share of 1, as a percentage, or as the mean of its codes.
    // Where a person can be counted in several kommuner, their sum says nothing of riket.
    if (indicator.dubbelrakning !== null) return [];
    const same = ours.some((own) => Math.abs(own - value) <= Math.max(Math.abs(value) * MARGIN, 1e-9));
    const own = ours[0];
    return same || own === undefined
      ? []
      : [
          `${indicator.id} ${ar}: Kolada anger ${formatNumber(value, 2)} för riket, kommunerna ger ${formatNumber(own, 2)}. Kolada kan väga annorlunda. Rikets siffra skrivs inte.`,
        ];
  });
}

/** What the kommuner give, in every way that Kolada may have counted. */
function computed(
  slice: readonly ImportedValue[],
  answers: readonly string[],
  population: ReadonlyMap<string, number>,
  svarstyp: Svarstyp,
): readonly number[] {
  if (answers.length > 0) {
    const share = slice.filter((v) => v.varde === answers[0]).length / slice.length;
    return answers.length === 2 ? [share * 100, share] : [];
  }
  const numbers = slice.flatMap((v) => (typeof v.varde === 'number' ? [{ kod: v.kod, varde: v.varde }] : []));
  const sum = numbers.reduce((total, { varde }) => total + varde, 0);
  if (answerType(svarstyp).summable) return [sum];
  const people = numbers.reduce((total, { kod }) => total + (population.get(kod) ?? 0), 0);
  const weighted = numbers.reduce((total, { kod, varde }) => total + varde * (population.get(kod) ?? 0), 0);
  return [weighted / people, sum / numbers.length];
}
