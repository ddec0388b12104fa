import { ABSENCE_BY_SIGN, ABSENCE_SYMBOL, type Absence } from '../../model/absence.ts';
import { hasAnswers } from '../../model/answer.ts';
import type { IndicatorDefinition } from '../../model/indicator.ts';
import type { ValueOrReason } from '../../model/observation.ts';
import type { Place } from '../../model/rulebook.ts';
import type { IngestReport } from '../rules.ts';

/** The reasons in words, for one who fills in a file. */
const WORDS: Readonly<Record<Absence, string>> = {
  bortfall: 'svarade inte',
  'ej-tillamplig': 'gäller inte här',
  'uppgift-saknas': 'källan har ingen uppgift',
  skyddad: 'skyddad, för få personer',
  'ej-efterfragad': 'frågades inte det året',
  'ej-publicerad': 'hålls inne för kvalitetens skull',
};

const inWords = (reasons: readonly Absence[]) =>
  reasons.map((reason) => `${ABSENCE_SYMBOL[reason]} (${WORDS[reason]})`).join(', ');

const ALL = Object.keys(WORDS) as Absence[];

/** What is read as a reason in an indicator's cells, and what to say about the rest. */
export type Reasons = {
  readonly bySign: ReadonlyMap<string, ValueOrReason>;
  /** What to write in an empty cell. */
  readonly ifEmpty: string;
  /** Reports a sign or word that means, or seems to mean, that there is no value. False when it is nothing such. */
  readonly explain: (place: Place, text: string, report: IngestReport) => boolean;
};

type Asked = Pick<IndicatorDefinition, 'typ' | 'svarstyp'>;

/**
 * The reasons that can hold for an indicator. Only those who were asked can have failed to answer; a survey question
 * is asked in every year that has a file, and its answers are not secret. In the tables of authorities a dash is a
 * zero, so that a dash in a register of numbers could be either.
 */
export function reasonsFor({ typ, svarstyp }: Asked): Reasons {
  const survey = typ === 'enkat';
  const numbers = !survey && !hasAnswers({ svarstyp });
  const impossible: ReadonlySet<Absence> = new Set(
    survey ? ['skyddad', 'ej-efterfragad'] : numbers ? ['bortfall', 'ej-efterfragad'] : ['ej-efterfragad'],
  );
  const possible = ALL.filter((reason) => !impossible.has(reason));
  const list = inWords(possible);
  return {
    ifEmpty: `Skriv ett värde, eller tecknet för varför det saknas: ${list}.`,
    bySign: new Map(
      [...ABSENCE_BY_SIGN]
        .filter(([, saknas]) => !impossible.has(saknas))
        .map(([sign, saknas]) => [sign, { varde: null, saknas }]),
    ),
    explain: (place, text, report) => {
      const at = { ...place, value: text };
      const sign = text.trim().toLowerCase();
      if (numbers && /^[-–—−]$/.test(sign)) {
        const message = `”${text}” betyder noll i många källor, men att någon inte svarade i andra.`;
        report('saknas-tvetydigt', at, message, `Skriv 0 om källan menar noll. Annars: ${list}.`);
        return true;
      }
      const reason = ABSENCE_BY_SIGN.get(sign);
      if (reason) {
        const message = `”${text}” betyder ”${WORDS[reason]}”, och det kan inte gälla här.`;
        const tick = survey && reason === 'skyddad' ? 'Är det ett kryss för ja skrivs ”ja”. Annars' : 'Skriv';
        report('saknas-orimligt', at, message, `${tick} något av: ${list}.`);
        return true;
      }
      const guess = guessed(sign);
      if (guess === null) return false;
      const near = possible.includes(guess) ? `Menade du ”${ABSENCE_SYMBOL[guess]}” (${WORDS[guess]})? ` : '';
      report(
        'saknas-ogiltigt',
        at,
        `”${text}” är inget tecken för att ett värde saknas.`,
        `${near}Tecknen är: ${list}.`,
      );
      return true;
    },
  };
}

/** Ways to write that something is missing, in other programs and sources. */
const ELSEWHERE: Readonly<Record<string, Absence>> = {
  'n/a': 'uppgift-saknas',
  na: 'uppgift-saknas',
  nan: 'uppgift-saknas',
  null: 'uppgift-saknas',
  none: 'uppgift-saknas',
  saknas: 'uppgift-saknas',
  'uppgift saknas': 'uppgift-saknas',
  'ingen uppgift': 'uppgift-saknas',
  okänt: 'uppgift-saknas',
  okänd: 'uppgift-saknas',
  missing: 'uppgift-saknas',
  '...': 'uppgift-saknas',
  '—': 'bortfall',
  '−': 'bortfall',
  'ej svar': 'bortfall',
  'inget svar': 'bortfall',
  'svar saknas': 'bortfall',
  'ej besvarat': 'bortfall',
  'svarade inte': 'bortfall',
  'ej aktuellt': 'ej-tillamplig',
  'ej tillämpligt': 'ej-tillamplig',
  'ej relevant': 'ej-tillamplig',
  sekretess: 'skyddad',
  xx: 'skyddad',
  '*': 'skyddad',
};

function guessed(sign: string): Absence | null {
  if (Object.hasOwn(ELSEWHERE, sign)) return ELSEWHERE[sign] ?? null;
  if (/^#[^\s]+[!?/a]?$/i.test(sign)) return 'uppgift-saknas';
  return /^[<≤]\s*\d{1,2}$/.test(sign) || /^färre än \d+$/.test(sign) ? 'skyddad' : null;
}
