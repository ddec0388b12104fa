import type { AlreadyShown } from '../disclosure/already-shown.ts';
import type { FoundIdentity } from '../disclosure/found-identities.ts';
import { loadHighs } from '../disclosure/highs.ts';
import { DECLARED } from '../disclosure/identities.ts';
import type { EarlierCounts } from '../disclosure/known.ts';
import { type Origins, originsOf } from '../disclosure/origins.ts';
import type { WhoselessMagnitude } from '../disclosure/program-magnitudes.ts';
import { type ProtectedRelease, protectRelease } from '../disclosure/release.ts';
import { cellInWords, type ProtectionFailure, type WeightOf } from '../disclosure/system.ts';
import type { NumberInText } from '../disclosure/texts.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { collector, type Place, type Report, type Rulebook } from '../model/rulebook.ts';

type DisclosureCode =
  | 'kan-inte-skyddas'
  | 'motsager-varandra'
  | 'redan-i-version'
  | 'dolt-tal-i-not'
  | 'dolt-tal-i-text'
  | 'samband-funnet'
  | 'belopp-utan-vilkas';

/** Every finding that protecting people can give. */
export const DISCLOSURE_RULES: Rulebook<DisclosureCode> = {
  'redan-i-version': {
    severity: 'warning',
    rule: 'Ett litet antal bör inte ha stått i en tidigare version.',
  },
  'kan-inte-skyddas': {
    severity: 'error',
    rule: 'Inget tal om personer får publiceras om någon kan räkna ut ett litet antal.',
  },
  'dolt-tal-i-not': {
    severity: 'error',
    rule: 'En not får inte säga det antal som är dolt på samma rad.',
  },
  'dolt-tal-i-text': {
    severity: 'warning',
    rule: 'En fri text bör inte säga ett antal som är dolt.',
  },
  'samband-funnet': {
    severity: 'warning',
    rule: 'Ett samband mellan antal personer bör stå i samband.json, så att det inte avslöjar det som döljs.',
  },
  'belopp-utan-vilkas': {
    severity: 'warning',
    rule: 'Kronor och dygn i ett program ska säga vilkas de är, när ett litet antal döljs i kommunen samma år.',
  },
  'motsager-varandra': {
    severity: 'error',
    rule: 'Delarna av ett antal personer får inte vara fler än alla tillsammans.',
  },
};

/** A catalogue in which nobody can be found, how that was reached, and what must be mended first. */
export type ProtectedCatalogue = Omit<
  ProtectedRelease,
  'failures' | 'texter' | 'redanVisade' | 'funna' | 'utanVilkas'
> & {
  readonly findings: readonly Finding[];
};

/**
 * Protects every count of people before anything is computed from it, written or shown. What the data can cause is a
 * finding; anything else is a fault in the program, and is thrown.
 */
export async function protectCatalogue(
  catalogue: Catalogue,
  earlier: EarlierCounts = new Map(),
  weightOf?: WeightOf,
): Promise<ProtectedCatalogue> {
  const { report, findings } = collector(DISCLOSURE_RULES);
  const highs = await loadHighs();
  const setting = weightOf === undefined ? { earlier } : { earlier, weightOf };
  const { failures, texter, redanVisade, funna, utanVilkas, ...release } = protectRelease(
    highs,
    catalogue,
    setting,
  );
  if (failures.length > 0) {
    const origin = originsOf(catalogue);
    for (const failure of failures) reportFailure(failure, origin, report);
  }
  for (const text of texter) reportText(text, report);
  for (const found of funna) reportFound(found, report);
  for (const magnitude of utanVilkas) reportWhoseless(magnitude, report);
  for (const shown of redanVisade) reportEarlier(shown, report);
  return { ...release, findings };
}

function reportText(
  { ursprung, var: where, kolumn, tal }: NumberInText,
  report: Report<DisclosureCode>,
): void {
  const place = { file: ursprung.fil, row: ursprung.rad, column: kolumn, value: String(tal) };
  if (where === 'rad')
    report(
      'dolt-tal-i-not',
      place,
      `Noten säger ${tal}, och det är just det antal som döljs på raden.`,
      'Ta bort talet ur noten.',
    );
  else
    report(
      'dolt-tal-i-text',
      place,
      `Texten säger ${tal}, och ett antal som döljs är lika stort.`,
      'Läs texten: talar den om samma personer, ta bort talet.',
    );
}

/** Cells that a finding names; more are counted. */
const NAMED = 6;

function reportFailure(
  { om, slag, celler, text }: ProtectionFailure,
  origin: Origins,
  report: Report<DisclosureCode>,
): void {
  const named = celler.slice(0, NAMED).map(cellInWords).join('; ');
  const more = celler.length > NAMED ? ` och ${celler.length - NAMED} till` : '';
  const place = placeOf({ om, slag, celler }, origin);
  if (slag === 'motsager')
    report(
      'motsager-varandra',
      place,
      `${om.kortnamn}: ${text} Det gäller ${named}${more}.`,
      'Rätta talen i källan, eller ta bort uppdelningen.',
    );
  else
    report(
      'kan-inte-skyddas',
      place,
      `${om.kortnamn} går inte att skydda. ${text} Det gäller ${named}${more}.`,
      slag === 'avrundas-inte'
        ? 'Välj metoden dolj i personskydd, eller ta bort en uppdelning.'
        : 'Ändra personskydd, ta bort en uppdelning, eller ta bort tabellen.',
    );
}

/**
 * Where to mend it: a declared identity is wrong or its numbers are; numbers of one source are mended where they stand;
 * else its protection is changed. Shares have no file of their own, and are found by the first that it is about.
 */
function placeOf({ om, slag, celler }: Omit<ProtectionFailure, 'text'>, origin: Origins): Place {
  const [cell = om.id] = celler;
  if (om === DECLARED) {
    const [series = ''] = cell.split('|');
    return { file: om.fil, column: 'summa', value: cell === series ? series : declaredName(series) };
  }
  const first = celler.flatMap((c) => origin.get(c) ?? [])[0];
  if (first && (slag === 'motsager' || om.fil === ''))
    return { file: first.fil, row: first.rad, value: cellInWords(cell) };
  return { file: om.fil, column: 'id', value: om.id };
}

/** What a series is called in `samband.json`: without the classes that say *alla*, and a kartläggning's comparability. */
function declaredName(series: string): string {
  const classes = series.startsWith('kartlaggning/') && series.split('/').length > 3;
  return (classes ? series.replace(/\/[^/]*$/, '') : series).replace(/(\/alla)+$/, '');
}

function reportFound({ summa, delar, platser }: FoundIdentity, report: Report<DisclosureCode>): void {
  const whole = declaredName(summa);
  report(
    'samband-funnet',
    { file: DECLARED.fil, column: 'summa', value: whole },
    `${whole} är ${delar.map(declaredName).join(' plus ')} på alla ${platser} ställen där alla visas. Den som ser det kan räkna ut ett dolt tal.`,
    `Skriv sambandet i ${DECLARED.fil} om det alltid gäller. Är det en slump behöver inget göras.`,
  );
}

/** Kronor or days of a programme that may be of few people. */
function reportWhoseless(
  { titel, enhet, ursprung }: WhoselessMagnitude,
  report: Report<DisclosureCode>,
): void {
  report(
    'belopp-utan-vilkas',
    { file: ursprung.fil, row: ursprung.rad, column: 'vilkas', value: '' },
    `”${titel}” är i ${enhet}, och det står inte vilkas. Ett litet antal personer döljs i kommunen samma år: är det deras, visar beloppet vad en enda har fått.`,
    'Skriv i kolumnen vilkas vad som räknar människorna. Är det ingens, till exempel en budget, behöver inget göras.',
  );
}

/** Small counts that are shown since an earlier version already shows them: the publisher may take them out of it. */
function reportEarlier({ om, version, antal }: AlreadyShown, report: Report<DisclosureCode>): void {
  report(
    'redan-i-version',
    { file: `versioner/${version}`, column: 'indikator', value: om.id },
    `${om.kortnamn}: små antal visas (${antal}), för de står redan i version ${version}.`,
    'Kör npm run versions -- --clean, så tas de bort ur versionerna och döljs.',
  );
}
