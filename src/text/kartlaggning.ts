import {
  INDELNINGAR,
  type Indelning,
  type Kartlaggning,
  type Kartlaggningsvarde,
  type SharedMatt,
  type Situation,
} from '../model/kartlaggning.ts';
import { RIKET } from '../model/kommun.ts';
import { absenceLabel } from './absence.ts';
import { formatNumber, formatPercent } from './numbers.ts';

const MATT_LABEL: Readonly<Record<SharedMatt, string>> = {
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
  avhysningar: 'Verkställda avhysningar',
  'avhysningar-annan-uppgift': 'Avhysningar enligt annan källa, omfattning okänd',
  ansokningar: 'Ansökningar om avhysning',
  'avhysningar-med-barn': 'Avhysningar som berörde barn',
  'barn-berorda': 'Barn som berördes',
  'barn-permanent-boende': 'Barn som bodde där hela tiden',
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

const INDELNING_LABEL: Readonly<Record<Indelning, string>> = {
  alder: 'ålder',
  hushallstyp: 'hushållstyp',
  tid: 'tid i hemlöshet',
  orsak: 'orsak',
};

/** Whose count it is, after a colon: `hela landet`, `Malmö stad`. */
export const whose = ({ kod, titel }: Pick<Kartlaggning, 'kod' | 'titel'>): string =>
  kod === RIKET ? titel.toLocaleLowerCase('sv') : titel;

/** Whose measures they are: those of a kartläggning's own have their names in its file. */
type Measures = Pick<Kartlaggning, 'matt'>;

/** What is counted: `Personer`. */
export const mattLabel = ({ matt: own }: Measures, matt: string): string =>
  own[matt] ?? new Map<string, string>(Object.entries(MATT_LABEL)).get(matt) ?? matt;

/** What one value counts: `Personer, situation 1, akut hemlöshet, kvinnor`. */
export function countLabel(
  k: Measures,
  v: Pick<Kartlaggningsvarde, 'matt' | 'situation' | 'kon' | 'klass'>,
): string {
  const situation = v.situation === 'alla' ? '' : `, ${SITUATION_LABEL[v.situation]}`;
  const classes = INDELNINGAR.flatMap((name) => {
    const klass = v.klass[name];
    return klass === null ? [] : [`, ${INDELNING_LABEL[name]}: ${klass}`];
  });
  return `${mattLabel(k, v.matt)}${situation}${SEX[v.kon]}${classes.join('')}`;
}

/** `2 439`, `ca 34 000`, `62 %`, or the reason that there is none. */
export function countText(v: Kartlaggningsvarde): string {
  if (v.varde === null) return absenceLabel(v.saknas ?? 'uppgift-saknas');
  const number = v.enhet === 'procent' ? formatPercent(v.varde) : formatNumber(v.varde);
  return v.ungefar ? `ca ${number}` : number;
}

/** `2 707 färre`, `46 fler`, `lika många`. */
export function changeText(change: number): string {
  if (change === 0) return 'lika många';
  return `${formatNumber(Math.abs(change))} ${change > 0 ? 'fler' : 'färre'}`;
}
