import { ABSENCES } from '../../model/absence.ts';
import { KALLSLAG } from '../../model/kalla.ts';
import { NIVAER } from '../../model/kommun.ts';
import { OF_ANSWERED, THE_YES_SHARE } from '../../text/base.ts';
import type { DataColumn } from './table.ts';

const SEXES = ['T', 'K', 'M'] as const;

/**
 * Every column of every CSV file: its name, type and meaning. A name means the same in all files, and a file has no
 * column that is not here (a test holds it); it is published as `data/referens/kolumner.csv`.
 */
export const DICTIONARY = {
  adress: { type: 'text', description: 'Webbadress. Tom när den inte är känd.' },
  alder: { type: 'text', description: 'Åldersklass; alla för alla tillsammans.' },
  antal: { type: 'integer', description: 'Hur många som gav svaret.' },
  ar: {
    type: 'year',
    description: 'Året som raden gäller. Tomt när källan inte säger vilket år det är.',
  },
  arbetssatt: { type: 'text', description: 'Arbetssättet.' },
  atgard: { type: 'text', description: 'Åtgärden.' },
  atgard_id: { type: 'text', description: 'Åtgärdens id i programmet.' },
  bas: { type: 'text', description: 'Det som procenten räknas på.' },
  basar: { type: 'year', description: 'Året som senare år jämförs med.' },
  benamning: { type: 'text', description: 'Vad enheten kallas i sin stad.' },
  betyder: { type: 'text', description: 'Vad som står i kolumnen.' },
  betyder_engelska: { type: 'text', description: 'Vad som står i kolumnen, på engelska.' },
  bokstav: { type: 'text', description: 'Länsbokstav.' },
  budget: { type: 'number', description: 'Kronor för hela åtgärden.' },
  definition: { type: 'text', description: 'Vad som räknas.' },
  enhet: { type: 'text', description: 'Enhet för tal.' },
  exempel: {
    type: 'boolean',
    description: 'ja när raden är påhittad för att visa hur webbplatsen fungerar, annars nej.',
  },
  folkmangd: { type: 'integer', description: 'Invånare.' },
  fraga: { type: 'text', description: 'Frågan, med våra ord.' },
  giltig_fran: { type: 'date', description: 'Första dagen.' },
  giltig_till: { type: 'date', description: 'Sista dagen. Tomt när den finns kvar.' },
  hamtad: { type: 'date', description: 'Dagen då siffran hämtades. Tom när den inte är antecknad.' },
  grupp: { type: 'text', description: 'riket, eller den del av landet som siffran gäller.' },
  hushallstyp: { type: 'text', description: 'Typ av hushåll; alla för alla tillsammans.' },
  indikator: { type: 'text', description: 'Indikatorns id. Koladas id när det finns ett.' },
  indikatornamn: { type: 'text', description: 'Indikatorns korta namn, för tabeller.' },
  jamforbarhet: { type: 'text', description: 'Om, eller hur långt, siffran går att jämföra med andra år.' },
  kalla: {
    type: 'text',
    description:
      'Var siffran är publicerad; tomt när källan är indikatorns. Flera källor skiljs åt med semikolon, och kallor.csv säger mer om dem.',
  },
  kalla_id: { type: 'text', description: 'Källans id i källförteckningen.' },
  kallslag: {
    type: 'text',
    words: KALLSLAG,
    description:
      'forstahand: den som tog fram siffran. andrahand: någon som återger den. egen: vår beräkning.',
  },
  kartlaggning: { type: 'text', description: 'Kartläggningen: riket, ett län eller en kommun.' },
  kod: {
    type: 'text',
    pattern: '\\d{2}|\\d{4}(-[a-z0-9-]+)?',
    description:
      'Platsens kod: riket 00, län två siffror, kommun fyra siffror, stadsdel med en egen kod. Läs den som text, annars försvinner nollan i 0114.',
  },
  kolumn: { type: 'text', description: 'Kolumnens namn.' },
  kommungrupp: { type: 'text', description: 'Koden för gruppen som kommunen hör till.' },
  kontrollerad: { type: 'boolean', description: 'nej när ingen har läst siffran i källan igen.' },
  kommunkod: { type: 'text', pattern: '\\d{4}', description: 'Koden för kommunen som platsen ligger i.' },
  kon: {
    type: 'text',
    words: SEXES,
    description: 'T båda könen, K kvinnor, M män. Läs den som text, annars kan T bli TRUE.',
  },
  kvalitetsomrade: { type: 'text', description: 'Kvalitetsområde.' },
  kvinnor: { type: 'number', description: 'Värdet för kvinnor basåret.' },
  lanskod: { type: 'text', pattern: '\\d{2}', description: 'Koden för länet som platsen ligger i.' },
  leder: { type: 'text', description: 'De som leder åtgärden, med lodstreck emellan.' },
  mal: { type: 'text', description: 'Målets id.' },
  mal_titel: { type: 'text', description: 'Målet.' },
  man: { type: 'number', description: 'Värdet för män basåret.' },
  matt: { type: 'text', description: 'Vad värdet mäter, till exempel personer, andel eller median.' },
  medverkar: { type: 'text', description: 'De som medverkar i åtgärden, med lodstreck emellan.' },
  namn: { type: 'text', description: 'Platsens namn.' },
  namnare: { type: 'text', description: 'Det som det räknas av.' },
  niva: { type: 'text', words: NIVAER, description: 'Platsens nivå.' },
  not: { type: 'text', description: 'Anmärkning på just den här raden.' },
  omrade: { type: 'text', description: 'Området som samlar in indikatorn.' },
  omraknad: { type: 'boolean', description: 'ja när siffran är räknad med en annan omgångs metod.' },
  orsak: { type: 'text', description: 'Orsak eller bidragande orsak; alla för alla tillsammans.' },
  plats: {
    type: 'text',
    description:
      'Platsens kod och namn i ett fält, 0114 Upplands Väsby: så läser Excel det som text och nollan står kvar.',
  },
  program: { type: 'text', description: 'Programmets id.' },
  programindikator: { type: 'text', description: 'Id för det som programmet följs upp med.' },
  programindikator_titel: { type: 'text', description: 'Det som programmet följs upp med.' },
  publikation: { type: 'text', description: 'Titeln på det som är publicerat.' },
  riktning: { type: 'text', description: 'Önskad riktning.' },
  saknas: {
    type: 'text',
    words: ABSENCES,
    description: 'Skälet när värdet saknas. Annars tomt. En lucka är aldrig en nolla.',
  },
  serie: { type: 'text', description: 'Jämför bara rader med samma ord i samma kartläggning.' },
  sida: { type: 'text', description: 'Var i källan.' },
  situation: { type: 'text', description: 'Hemlöshetssituation 1–4, alla eller ej-angiven.' },
  skal: { type: 'text', description: 'Varför, eller varför inte, utfallet går att jämföra.' },
  skyddat: {
    type: 'text',
    description: 'De kolumner på raden vars tal inte visas för att skydda enskilda.',
  },
  slut: { type: 'year', description: 'Året då åtgärden ska vara klar. Tomt när programmet inte säger det.' },
  start: { type: 'year', description: 'Året då åtgärden börjar. Tomt när programmet inte säger det.' },
  status: {
    type: 'text',
    description: 'Det senast kända läget. Tomt när inget är känt, vilket inte betyder att inget görs.',
  },
  status_datum: { type: 'date', description: 'Dagen som läget gäller.' },
  status_kalla: { type: 'text', description: 'Var läget är publicerat.' },
  strategi: { type: 'text', description: 'Strategins id.' },
  strategi_titel: { type: 'text', description: 'Strategin.' },
  svar: { type: 'text', description: 'Svarets ord.' },
  svarande: { type: 'integer', description: 'Hur många som svarade på frågan. Tomt för register.' },
  svarsalternativ: {
    type: 'text',
    description: 'Svaren i ordning och vad de heter. Det första är det som andelar räknar.',
  },
  svarstyp: { type: 'text', description: 'Vilket slags värde indikatorn har.' },
  tabell: { type: 'text', description: 'Tabell i källan.' },
  taljare: { type: 'text', description: 'Det som räknas.' },
  tid: { type: 'text', description: 'Tid i hemlöshet; alla för alla tillsammans.' },
  tillfragade: { type: 'integer', description: 'Hur många som fick frågan. Tomt för register.' },
  titel: { type: 'text', description: 'Indikatorns namn.' },
  typ: { type: 'text', words: ['enkat', 'register', 'bakgrund'], description: 'Varifrån indikatorn kommer.' },
  ungefar: { type: 'boolean', description: 'ja när källan har avrundat eller säger siffran i ord.' },
  utgivare: { type: 'text', description: 'Den som har publicerat.' },
  uppgift: { type: 'text', description: 'Vad som räknas i en inventering.' },
  varde: {
    type: 'value',
    description: `Värdet. För en fråga: svarets ord för kommuner och stadsdelar, och för län och riket ${THE_YES_SHARE}, ${OF_ANSWERED}, i procent (0–100, inte avrundat).`,
  },
  version: { type: 'text', description: 'Versionen som raden kommer ur.' },
  vardetyp: { type: 'text', description: 'text, heltal, tal, ja-nej, år, datum, eller tal eller ord.' },
} as const satisfies Readonly<Record<string, Omit<DataColumn, 'name' | 'required'>>>;

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
