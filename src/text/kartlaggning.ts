import type { Kartlaggningsvarde, Matt, Situation } from '../model/kartlaggning.ts';
import { absenceLabel } from './absence.ts';
import { formatNumber, formatPercent } from './numbers.ts';

const MATT_LABEL: Readonly<Record<Matt, string>> = {
  personer: 'Personer',
  vuxna: 'Vuxna',
  barn: 'Barn',
  hushall: 'Hushåll',
  barnfamiljer: 'Barnfamiljer',
  utomhus: 'Personer som sover ute',
  harbarge: 'Personer på härbärge',
  'aldre-65': 'Personer 65 år och äldre',
  'akuta-boenden': 'Personer i akuta boendesituationer',
  langvarigt: 'Personer som varit hemlösa 6 månader eller längre',
  'komplex-problematik': 'Personer med komplex problematik (missbruk eller psykisk ohälsa)',
  'barn-i-akuta-boenden': 'Barn med förälder i akut eller tillfälligt boende',
  'strukturellt-hemlosa': 'Vuxna som är strukturellt hemlösa',
  'socialt-hemlosa': 'Vuxna som är socialt hemlösa',
  'kommuner-med-hemloshet': 'Kommuner som har rapporterat hemlöshet',
  'i-de-34-storsta': 'Andel i de 34 största kommunerna',
};

const SITUATION_LABEL: Readonly<Record<Situation, string>> = {
  alla: 'alla situationer',
  '1': 'situation 1, akut hemlöshet',
  '2': 'situation 2, institution eller stödboende',
  '3': 'situation 3, långsiktiga boendelösningar',
  '4': 'situation 4, eget kortsiktigt boende',
  'ej-angiven': 'situation inte angiven',
};

const SEX = { T: '', K: ', kvinnor', M: ', män' } as const;

/** What is counted: `Personer`. */
export const mattLabel = (matt: Matt): string => MATT_LABEL[matt];

/** What one value counts: `Personer, situation 1, akut hemlöshet, kvinnor`. */
export function countLabel(v: Pick<Kartlaggningsvarde, 'matt' | 'situation' | 'kon'>): string {
  const situation = v.situation === 'alla' ? '' : `, ${SITUATION_LABEL[v.situation]}`;
  return `${MATT_LABEL[v.matt]}${situation}${SEX[v.kon]}`;
}

/** `2 439`, `ca 34 000`, `62 %`, or the reason that there is none. */
export function countText(v: Kartlaggningsvarde): string {
  if (v.varde === null) return absenceLabel(v.saknas ?? 'uppgift-saknas');
  const number = v.enhet === 'procent' ? formatPercent(v.varde) : formatNumber(v.varde);
  return v.ungefar ? `ca ${number}` : number;
}
