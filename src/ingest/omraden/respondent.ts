import { type Kommun, type Referens, type Stadsdel, stadsdelarOn, timeOf } from '../../model/kommun.ts';
import { kommunerOn } from '../../model/kommun-history.ts';
import type { Place } from '../../model/rulebook.ts';
import { checkName, explainCode, type Places } from '../cells/place.ts';
import { checkText, isFormula, reportInvisible, visibleText } from '../cells/text.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import type { SurveyEdition } from './omrade.ts';

/** Who answered a row of the survey. `replaced` is a city that only its stadsdelar answer for. */
export type Respondent = {
  readonly kod: string;
  readonly niva: 'kommun' | 'stadsdel';
  readonly replaced: boolean;
};

/** What is needed to tell who a row belongs to, in one edition. */
export type Respondents = {
  readonly referens: Referens;
  readonly edition: SurveyEdition;
  /** All places, and the kommuner among them. */
  readonly all: Places;
  readonly places: Places;
  readonly kommuner: ReadonlyMap<string, Kommun>;
  /** Cities whose stadsdelar answer in their place. */
  readonly cities: ReadonlySet<string>;
};

export function respondentsOf(referens: Referens, edition: SurveyEdition, places: Places): Respondents {
  const then = kommunerOn(referens, edition.referensdatum);
  // The kommuner of that day, with the names that they had; others are explained by what they are today.
  const kommunPlaces = then.map(({ kod, namn }) => [kod, { kod, namn, niva: 'kommun' as const }] as const);
  return {
    referens,
    edition,
    all: places,
    places: { ...places, byCode: new Map(kommunPlaces) },
    kommuner: new Map(then.map((k) => [k.kod, k])),
    cities: new Set(edition.enhet === 'kommuner' ? [] : edition.stadsdelsstader),
  };
}

/**
 * Finds who a row belongs to from its three first cells, and reports what does not fit together.
 * @returns null when it cannot be determined
 */
export function readRespondent(
  {
    kommunkod,
    kommun,
    stadsdel,
  }: { readonly kommunkod: string; readonly kommun: string; readonly stadsdel: string },
  place: { readonly file: string; readonly row: number },
  context: Respondents,
  report: IngestReport,
): Respondent | null {
  const known = context.kommuner.get(kommunkod);
  const found =
    known ??
    context.kommuner.get(
      explainCode({ ...place, column: 'kommunkod' }, kommunkod, { ...context, name: kommun }, report)?.kod ??
        '',
    );
  if (!found) {
    checkText({ ...place, column: 'kommun' }, kommun, report);
    return null;
  }
  checkName({ ...place, column: 'kommun' }, kommun, found, { places: context.places, report });
  const replaced = context.cities.has(found.kod);
  if (stadsdel === '') return { kod: found.kod, niva: 'kommun', replaced };
  const district = readStadsdel(
    { ...place, column: 'stadsdel', value: stadsdel },
    { name: stadsdel, kommun: found },
    context,
    report,
  );
  return district && { kod: district.kod, niva: 'stadsdel', replaced: false };
}

function readStadsdel(
  place: Place,
  { name, kommun }: { readonly name: string; readonly kommun: Kommun },
  { referens, edition, cities }: Respondents,
  report: IngestReport,
): Stadsdel | null {
  if (isFormula(name)) {
    checkText(place, name, report);
    return null;
  }
  if (!cities.has(kommun.kod)) {
    report(
      'stadsdel-ej-med',
      place,
      `I utgåvan ${edition.ar} svarar inte ${kommun.namn} genom sina stadsdelar.`,
      'Ta bort raden, eller lägg till staden i stadsdelsstader i omrade.json.',
    );
    return null;
  }
  const valid = stadsdelarOn(referens.stadsdelar, kommun.kod, edition.referensdatum);
  const plain = visibleText(name);
  const exact =
    valid.find((s) => s.namn === plain) ?? valid.find((s) => s.namn.toLowerCase() === plain.toLowerCase());
  if (exact) {
    if (exact.namn === plain) reportInvisible(place, name, exact.namn, report);
    else
      report('cell-blanksteg', place, 'Namnet är inte skrivet som i referensdata.', `Skriv ”${exact.namn}”.`);
    return exact;
  }
  const same = referens.stadsdelar.filter((s) => s.namn.toLowerCase() === name.trim().toLowerCase());
  const own = same.find((s) => s.kommunkod === kommun.kod);
  const near = nearest(
    name,
    valid.map((s) => s.namn),
  );
  const suggestion =
    near === null
      ? `${kommun.namn} hade då: ${valid.map((s) => s.namn).join(', ')}. Är stadsdelen ny läggs den till i referens/stadsdelar.csv.`
      : `Menade du ”${near}”?`;
  if (own)
    report(
      'stadsdel-ej-giltig',
      place,
      `${own.namn} fanns ${timeOf(own)}, inte på referensdatumet ${edition.referensdatum}.`,
      suggestion,
    );
  else if (same[0])
    report(
      'stadsdel-annan-stad',
      place,
      `${same[0].namn} hör till koden ${same[0].kommunkod}, inte till ${kommun.namn}.`,
      suggestion,
    );
  else report('stadsdel-okand', place, `${kommun.namn} har ingen stadsdel som heter ”${name}”.`, suggestion);
  return null;
}
