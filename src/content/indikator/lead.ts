import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { shareOf } from '../../statistics/profile.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { unitsOf } from '../../text/names.ts';
import { capitalise } from '../../text/numbers.ts';
import { numberResult, questionResult } from '../../text/sentences/national.ts';
import { saidShare } from '../../text/shares.ts';
import { publishedParts, publishedSentence, publishedValue } from './published.ts';

/** Riket's published shares of the first answer, newest first: those that may be compared with today's go first. */
function figuresOf(index: CatalogueIndex, indicator: Indicator) {
  const { current, apart } = publishedParts(index, indicator);
  return [...current, ...apart].filter(
    (p) => p.grupp === 'riket' && p.enhet === 'procent' && p.svar === null,
  );
}

/** What riket answered in a year: as published, else as the answers add up; null when neither is known. */
function questionLead(index: CatalogueIndex, indicator: Indicator, ar: number): string | null {
  const figure = figuresOf(index, indicator).find((p) => p.ar === ar);
  if (figure) return publishedSentence(indicator, figure);
  const share = shareOf(indicator, index.observation(indicator.id, RIKET, ar));
  const edition = index.edition(indicator.omrade, ar);
  return share !== null && share.of > 0 && edition
    ? questionResult(indicator, { ar, share: saidShare(share), units: unitsOf(edition.enhet) })
    : null;
}

/** A newer figure of riket than the year that is shown, where one is published: said after it, never in its place. */
function newerFigure(index: CatalogueIndex, indicator: Indicator, ar: number): string | null {
  const [newest] = figuresOf(index, indicator).toSorted((a, b) => b.ar - a.ar);
  return newest && newest.ar > ar
    ? `Den nyaste publicerade siffran för riket är ${publishedValue(newest)} (${newest.ar}).`
    : null;
}

/**
 * The first sentences of an indicator's page: riket's result of the very year that the picture under it shows. Where nothing
 * is known of kommuner, riket's newest figure; else what the indicator is about.
 * @param ar the year of the picture; left out, the newest in which kommuner have values
 */
export function indicatorLead(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null | undefined = newestKommunYear(index, indicator.id),
): string {
  if (indicator.typ === 'enkat') {
    const newest = figuresOf(index, indicator)[0];
    if (ar == null)
      return newest
        ? publishedSentence(indicator, newest)
        : capitalise(indicator.fraga ?? indicator.definition);
    const said = questionLead(index, indicator, ar);
    if (said === null) return capitalise(indicator.fraga ?? indicator.definition);
    const newer = newerFigure(index, indicator, ar);
    return newer === null ? said : `${said} ${newer}`;
  }
  const own = ar === undefined ? undefined : index.observation(indicator.id, RIKET, ar);
  const newest = index
    .observationsOf(indicator.id)
    .findLast((o) => o.kod === RIKET && o.kon === 'T' && typeof o.varde === 'number');
  const shown = typeof own?.varde === 'number' ? own : newest;
  return typeof shown?.varde === 'number'
    ? numberResult(indicator, { ar: shown.ar, value: shown.varde, place: 'riket' })
    : indicator.definition;
}

/** What an indicator without values of kommuner is good for, and what it cannot say. */
export function withoutKommuner(index: CatalogueIndex, indicator: Indicator): string {
  const published = index.publishedOf(indicator.id);
  const national = index.observationsOf(indicator.id).some((o) => o.kod === RIKET && o.varde !== null);
  const none =
    'Svaren per kommun är inte öppet publicerade, så det går inte att se hur en enskild kommun ligger till.';
  if (published.length === 0 && !national)
    return `${none} Definitionen är till för den som vill ställa samma fråga i sin egen kommun.`;
  const many = new Set([...published.map((p) => p.ar), ...index.yearsOf(indicator.id)]).size > 1;
  return `${none} Siffrorna för riket är bra för att ${many ? 'följa landet över åren och ' : ''}få något att ställa den egna kommunens svar mot.`;
}
