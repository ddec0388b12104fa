import { answersOf } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { RIKET } from '../model/kommun.ts';
import type { PublishedFigure } from '../model/published.ts';
import { answeringUnits, tally } from '../statistics/aggregate.ts';
import { roundHalfUp, roundQuotient } from '../statistics/rounding.ts';
import type { Share } from '../statistics/share.ts';
import type { CheckReport } from './rules.ts';
import { numberText } from './slices.ts';

/** How far a figure that says that it is approximate may be from ours, in its own unit. */
const APPROXIMATE = 2;

/** What we compute, in the unit and with the decimals of the published figure; `text` shows how. */
type Computed = { readonly value: number; readonly text: string };

const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0;

/**
 * Holds every published figure against what the data give. Where the same figure has been published with several
 * values, one of them must agree. Groups that we cannot form from the data are not compared.
 */
export function checkPublished(index: CatalogueIndex, report: CheckReport): void {
  const groups = Map.groupBy(index.catalogue.publicerat, (f) =>
    [f.indikator, f.ar, f.svar, f.grupp, f.enhet].join('|'),
  );
  for (const figures of groups.values()) {
    const compared = figures.map((figure) => ({ figure, computed: compute(index, figure) }));
    if (compared.some(({ figure, computed }) => computed !== null && agrees(figure, computed.value)))
      continue;
    for (const { figure, computed } of compared)
      if (computed) reportDifference(index, figure, computed, report);
  }
}

function agrees({ varde, ungefar }: PublishedFigure, computed: number): boolean {
  return Math.abs(computed - varde) <= (ungefar ? APPROXIMATE : 1e-9);
}

/** Null when the data do not hold what the figure is about. */
function compute(index: CatalogueIndex, figure: PublishedFigure): Computed | null {
  const indicator = index.indikator(figure.indikator);
  if (!indicator) return null;
  const decimals = decimalsOf(figure.varde);
  const answer = figure.svar ?? answersOf(indicator.svarstyp, indicator.kategorier)[0];
  if (answer === undefined) {
    const value = figure.grupp === 'riket' ? index.observation(indicator.id, RIKET, figure.ar)?.varde : null;
    if (typeof value !== 'number') return null;
    return { value: roundHalfUp(value, decimals), text: numberText(value) };
  }
  const share = shareOf(index, figure, answer);
  if (!share || share.of === 0) return null;
  const text = `${share.count} av ${share.of}`;
  if (figure.enhet === 'antal') return { value: share.count, text };
  const scale = 10 ** decimals;
  return { value: roundQuotient(share.count, share.of, 100 * scale) / scale, text };
}

/** How many of the group gave the answer, of those who answered. */
function shareOf(index: CatalogueIndex, figure: PublishedFigure, answer: string): Share | null {
  if (figure.grupp === 'riket') {
    const riket = index.observation(figure.indikator, RIKET, figure.ar);
    return riket?.fordelning ? { count: riket.fordelning[answer] ?? 0, of: riket.svarande ?? 0 } : null;
  }
  const omrade = index.indikator(figure.indikator)?.omrade ?? figure.omrade;
  const edition = index.edition(omrade, figure.ar);
  if (figure.grupp !== 'stadsdelar-storstad' || !edition) return null;
  const units = answeringUnits(edition, index.observationsOf(figure.indikator, figure.ar));
  const { fordelning, svarande } = tally(
    [answer],
    units.filter((u) => u.niva === 'stadsdel'),
  );
  return { count: fordelning[answer] ?? 0, of: svarande };
}

function reportDifference(
  index: CatalogueIndex,
  figure: PublishedFigure,
  computed: Computed,
  report: CheckReport,
): void {
  const unit = figure.enhet === 'procent' ? ' %' : '';
  const name = index.indikator(figure.indikator)?.kortnamn ?? figure.indikator;
  const about = figure.ungefar ? 'ungefär ' : '';
  const read = index.observationsOf(figure.indikator, figure.ar).find((o) => o.ursprung !== null)
    ?.ursprung?.fil;
  report(
    figure.ungefar ? 'publicerat-skiljer-ungefar' : 'publicerat-skiljer',
    { file: figure.fil, row: figure.rad, column: 'varde', value: String(figure.varde) },
    `${figure.indikator} (${name}) ${figure.ar}: data ger ${numberText(computed.value)}${unit} (${computed.text}), men publicerat är ${about}${numberText(figure.varde)}${unit}.`,
    `Kontrollera ${read ?? 'värdena'}, eller den publicerade siffran i ${figure.kalla}.`,
  );
}
