import { ABSENCES } from '../../model/absence.ts';
import { KALLSLAG } from '../../model/kalla.ts';
import { NIVAER } from '../../model/kommun.ts';
import { OF_ANSWERED, THE_YES_SHARE } from '../../text/base.ts';
import type { DataColumn } from './table.ts';

const SEXES = ['T', 'K', 'M'] as const;

type Known = Omit<DataColumn, 'name' | 'required'>;
const of = (type: Known['type']) => (description: string) => ({ type, description }) satisfies Known;
const text = of('text');
const integer = of('integer');
const year = of('year');
const number = of('number');
const date = of('date');
const boolean = of('boolean');

/**
 * Every column of every CSV file: its name, type and meaning. A name means the same in all files, and a file has no
 * column that is not here (a test holds it); it is published as `data/referens/kolumner.csv`.
 */
export const DICTIONARY = {
  adress: text('Webbadress. Tom när den inte är känd.'),
  alder: text('Åldersklass; alla för alla tillsammans.'),
  antal: integer('Hur många som gav svaret.'),
  ar: year('Året som raden gäller. Tomt när källan inte säger vilket år det är.'),
  arbetssatt: text('Arbetssättet.'),
  atgard: text('Åtgärden.'),
  atgard_id: text('Åtgärdens id i programmet.'),
  bas: text('Det som procenten räknas på.'),
  basar: year('Året som senare år jämförs med.'),
  benamning: text('Vad enheten kallas i sin stad.'),
  betyder: text('Vad som står i kolumnen.'),
  betyder_engelska: text('Vad som står i kolumnen, på engelska.'),
  bokstav: text('Länsbokstav.'),
  budget: number('Kronor för hela åtgärden.'),
  definition: text('Vad som räknas.'),
  enhet: text('Enhet för tal.'),
  exempel: boolean('ja när raden är påhittad för att visa hur webbplatsen fungerar, annars nej.'),
  folkmangd: integer('Invånare.'),
  fraga: text('Frågan, med våra ord.'),
  giltig_fran: date('Första dagen.'),
  giltig_till: date('Sista dagen. Tomt när den finns kvar.'),
  hamtad: date('Dagen då siffran hämtades. Tom när den inte är antecknad.'),
  grupp: text('riket, eller den del av landet som siffran gäller.'),
  hushallstyp: text('Typ av hushåll; alla för alla tillsammans.'),
  indikator: text('Indikatorns id. Koladas id när det finns ett.'),
  indikatornamn: text('Indikatorns korta namn, för tabeller.'),
  jamforbarhet: text('Om, eller hur långt, siffran går att jämföra med andra år.'),
  kalla: text(
    'Var siffran är publicerad; tomt när källan är indikatorns. Flera källor skiljs åt med semikolon, och kallor.csv säger mer om dem.',
  ),
  kalla_id: text('Källans id i källförteckningen.'),
  kallslag: {
    type: 'text',
    words: KALLSLAG,
    description:
      'forstahand: den som tog fram siffran. andrahand: någon som återger den. egen: vår beräkning.',
  },
  kartlaggning: text('Kartläggningen: riket, ett län eller en kommun.'),
  kod: {
    type: 'text',
    pattern: '\\d{2}|\\d{4}(-[a-z0-9-]+)?',
    description:
      'Platsens kod: riket 00, län två siffror, kommun fyra siffror, stadsdel med en egen kod. Läs den som text, annars försvinner nollan i 0114.',
  },
  kolumn: text('Kolumnens namn.'),
  kommungrupp: text('Koden för gruppen som kommunen hör till.'),
  kontrollerad: boolean('nej när ingen har läst siffran i källan igen.'),
  kommunkod: { type: 'text', pattern: '\\d{4}', description: 'Koden för kommunen som platsen ligger i.' },
  kon: {
    type: 'text',
    words: SEXES,
    description: 'T båda könen, K kvinnor, M män. Läs den som text, annars kan T bli TRUE.',
  },
  kvalitetsomrade: text('Kvalitetsområde.'),
  kvinnor: number('Värdet för kvinnor basåret.'),
  lanskod: { type: 'text', pattern: '\\d{2}', description: 'Koden för länet som platsen ligger i.' },
  leder: text('De som leder åtgärden, med lodstreck emellan.'),
  mal: text('Målets id.'),
  mal_titel: text('Målet.'),
  man: number('Värdet för män basåret.'),
  matt: text('Vad värdet mäter, till exempel personer, andel eller median.'),
  medverkar: text('De som medverkar i åtgärden, med lodstreck emellan.'),
  namn: text('Platsens namn.'),
  namnare: text('Det som det räknas av.'),
  niva: { type: 'text', words: NIVAER, description: 'Platsens nivå.' },
  not: text('Anmärkning på just den här raden.'),
  omrade: text('Området som samlar in indikatorn.'),
  omraknad: boolean('ja när siffran är räknad med en annan omgångs metod.'),
  orsak: text('Orsak eller bidragande orsak; alla för alla tillsammans.'),
  plats: text(
    'Platsens kod och namn i ett fält, 0114 Upplands Väsby: så läser Excel det som text och nollan står kvar.',
  ),
  program: text('Programmets id.'),
  programindikator: text('Id för det som programmet följs upp med.'),
  programindikator_titel: text('Det som programmet följs upp med.'),
  publikation: text('Titeln på det som är publicerat.'),
  riktning: text('Önskad riktning.'),
  saknas: {
    type: 'text',
    words: ABSENCES,
    description: 'Skälet när värdet saknas. Annars tomt. En lucka är aldrig en nolla.',
  },
  serie: text('Jämför bara rader med samma ord i samma kartläggning.'),
  sida: text('Var i källan.'),
  situation: text('Hemlöshetssituation 1–4, alla eller ej-angiven.'),
  skal: text('Varför, eller varför inte, utfallet går att jämföra.'),
  skyddat: text('De kolumner på raden vars tal inte visas för att skydda enskilda.'),
  slut: year('Året då åtgärden ska vara klar. Tomt när programmet inte säger det.'),
  start: year('Året då åtgärden börjar. Tomt när programmet inte säger det.'),
  status: text('Det senast kända läget. Tomt när inget är känt, vilket inte betyder att inget görs.'),
  status_datum: date('Dagen som läget gäller.'),
  status_kalla: text('Var läget är publicerat.'),
  strategi: text('Strategins id.'),
  strategi_titel: text('Strategin.'),
  svar: text('Svarets ord.'),
  svarande: integer('Hur många som svarade på frågan. Tomt för register.'),
  svarsalternativ: text('Svaren i ordning och vad de heter. Det första är det som andelar räknar.'),
  svarstyp: text('Vilket slags värde indikatorn har.'),
  tabell: text('Tabell i källan.'),
  taljare: text('Det som räknas.'),
  tid: text('Tid i hemlöshet; alla för alla tillsammans.'),
  tillfragade: integer('Hur många som fick frågan. Tomt för register.'),
  titel: text('Indikatorns namn.'),
  typ: { type: 'text', words: ['enkat', 'register', 'bakgrund'], description: 'Varifrån indikatorn kommer.' },
  ungefar: boolean('ja när källan har avrundat eller säger siffran i ord.'),
  utgivare: text('Den som har publicerat.'),
  uppgift: text('Vad som räknas i en inventering.'),
  varde: {
    type: 'value',
    description: `Värdet. För en fråga: svarets ord för kommuner och stadsdelar, och för län och riket ${THE_YES_SHARE}, ${OF_ANSWERED}, i procent (0–100, inte avrundat).`,
  },
  version: text('Versionen som raden kommer ur.'),
  vardetyp: text('text, heltal, tal, ja-nej, år, datum, eller tal eller ord.'),
} as const satisfies Readonly<Record<string, Known>>;

export type ColumnName = keyof typeof DICTIONARY;

/** What is known of a column in one file besides. */
type Narrower = Partial<Pick<DataColumn, 'type' | 'words' | 'pattern' | 'description'>>;

/** A column that may be empty. @param narrower what is known of it in this file besides: fewer words, another type */
export const maybe = (name: ColumnName, narrower: Narrower = {}): DataColumn => ({
  name,
  ...DICTIONARY[name],
  ...narrower,
});

/** A column that is never empty. */
export const filled = (name: ColumnName, narrower: Narrower = {}): DataColumn => ({
  ...maybe(name, narrower),
  required: true,
});
