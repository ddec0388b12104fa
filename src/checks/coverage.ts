import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Edition } from '../model/edition.ts';
import { stadsdelarOn } from '../model/kommun.ts';
import { kommunerOfYear, kommunerOn } from '../model/kommun-history.ts';
import type { Observation } from '../model/observation.ts';
import { yearText } from '../model/observation.ts';
import type { CheckReport } from './rules.ts';

type Named = { readonly kod: string; readonly namn: string };

/** Codes with a row of their own in the files: what we filled in ourselves has no origin. */
function codesRead(observations: readonly Observation[]): ReadonlySet<string> {
  const codes = new Set<string>();
  let last: string | null = null;
  for (const { ursprung, kod } of observations) {
    if (ursprung === null || kod === last) continue;
    codes.add(kod);
    last = kod;
  }
  return codes;
}

const names = (missing: readonly Named[]) => missing.map(({ kod, namn }) => `${namn} (${kod})`).join(', ');
const amount = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/**
 * Finds kommuner and stadsdelar without a row. In a survey that is an error: one that has not answered is still
 * a row, with the sign for bortfall, or the response rate would be wrong. In a register it is a warning.
 */
export function checkCoverage(index: CatalogueIndex, report: CheckReport): void {
  for (const omrade of index.catalogue.omraden)
    for (const edition of omrade.utgavor) checkSurvey(index, omrade.slug, edition, report);
  for (const indicator of index.catalogue.indikatorer)
    if (indicator.typ !== 'enkat')
      for (const ar of index.yearsOf(indicator.id))
        checkRegister(index, index.observationsOf(indicator.id, ar), ar, report);
}

function checkSurvey(index: CatalogueIndex, omrade: string, edition: Edition, report: CheckReport): void {
  const { stadsdelar } = index.catalogue.referens;
  const kommuner = kommunerOn(index.catalogue.referens, edition.referensdatum);
  const answers = index.catalogue.indikatorer
    .filter((i) => i.typ === 'enkat' && i.omrade === omrade)
    .flatMap((i) => index.observationsOf(i.id, edition.ar));
  const read = codesRead(answers);
  const file = answers.find((o) => o.ursprung !== null)?.ursprung?.fil;
  if (file === undefined) return;
  const missing = kommuner.filter((k) => !read.has(k.kod));
  if (missing.length > 0)
    report(
      'enkat-kommuner-saknas',
      { file, column: 'kommunkod', value: String(missing.length) },
      `${amount(missing.length, 'kommun', 'kommuner')} saknas: ${names(missing)}.`,
      'Lägg till en rad för var och en. Skriv ”-” för varje fråga om kommunen inte har svarat.',
    );
  const cities = edition.enhet === 'kommuner' ? [] : edition.stadsdelsstader;
  const districts = cities.flatMap((kod) => stadsdelarOn(stadsdelar, kod, edition.referensdatum));
  const absent = districts.filter((s) => !read.has(s.kod));
  if (absent.length > 0)
    report(
      'enkat-stadsdelar-saknas',
      { file, column: 'stadsdel', value: String(absent.length) },
      `${amount(absent.length, 'stadsdel', 'stadsdelar')} saknas: ${names(absent)}.`,
      'Lägg till en rad för var och en. Skriv ”-” för varje fråga om stadsdelen inte har svarat.',
    );
}

function checkRegister(
  index: CatalogueIndex,
  observations: readonly Observation[],
  ar: number | null,
  report: CheckReport,
): void {
  const read = codesRead(observations);
  const file = observations.find((o) => o.niva === 'kommun' && o.ursprung !== null)?.ursprung?.fil;
  if (file === undefined) return;
  const missing = kommunerOfYear(index.catalogue.referens, ar).filter((k) => !read.has(k.kod));
  if (missing.length > 0)
    report(
      'register-kommuner-saknas',
      { file, column: 'kod', value: String(missing.length) },
      `${amount(missing.length, 'kommun', 'kommuner')} saknas${yearText(ar)}: ${names(missing)}. De visas med ”uppgift saknas”.`,
      'Lägg till dem, med skälet i kolumnen ”saknas” där värdet inte finns.',
    );
}
