import { type Finding, findingText } from '../../model/finding.ts';
import { collector } from '../../model/rulebook.ts';
import { Refusal } from '../../refusal.ts';
import type { Batch, ImportedAnswer } from '../batch.ts';
import type { DataFolder } from '../folder.ts';
import type { BmeSheet } from './guess.ts';
import type { BmeMapping } from './mapping.ts';
import { withBmeAnswers } from './merge.ts';
import { readBme } from './read.ts';
import { BME_RULES } from './rules.ts';

/** A file of the housing-market survey, opened. */
export type BmeSource = {
  readonly fil: string;
  readonly hamtad: string;
  readonly sha256: string;
  readonly sheets: readonly BmeSheet[];
};

/**
 * The answers of the survey for every inventory of its year in the data folder, where the inventory has none. What
 * differs is noted, and changes nothing.
 * @throws Refusal with every error at its place in the file; nothing is then written
 */
export function importBme(folder: DataFolder, source: BmeSource, mapping: BmeMapping): Batch {
  const { referens, inventeringar } = folder.catalogue;
  const { report, findings } = collector(BME_RULES);
  const real = inventeringar.filter((i) => !i.exempel);
  const file = { name: source.fil, sheets: source.sheets, places: referens };
  const answers = readBme(file, mapping, real, report);
  const svar = real.flatMap((inventering): readonly ImportedAnswer[] => {
    const { added } = withBmeAnswers(inventering, answers, source.fil, report);
    const fil = inventering.rader[0]?.ursprung.fil;
    return fil === undefined
      ? []
      : added.flatMap(({ uppgift, varde }) =>
          varde === null ? [] : [{ kod: inventering.kod, ar: inventering.ar, uppgift, varde, fil }],
        );
  });
  const errors = findings.filter((f) => f.severity === 'error');
  if (errors.length > 0)
    throw new Refusal(
      `${source.fil} går inte att läsa som den är:\n${errors.map((f) => `  ${lineOf(f)}`).join('\n')}`,
      'Rätta filen eller mappningen och kör samma kommando igen.',
    );
  return {
    kalla: mapping.kalla,
    values: [],
    svar,
    utelamnat: [],
    fraga: [`${source.fil}, bladet ${mapping.blad}`],
    hamtad: source.hamtad,
    sha256: source.sha256,
    beskrivningar: {},
    noter: findings.map(lineOf),
  };
}

/** `bme.xlsx, rad 7, kolumn Antal: Ale: ”många” är inte ett tal. Är det rätt kolumn?` */
function lineOf(finding: Finding): string {
  const { file, row, column } = finding;
  const where = [
    file,
    ...(row === null ? [] : [`rad ${row}`]),
    ...(column === null ? [] : [`kolumn ${column}`]),
  ];
  return `${where.join(', ')}: ${findingText(finding)}`;
}
