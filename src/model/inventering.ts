import type { Kon, Origin } from './observation.ts';

/** The ages that people are counted in; `alla` is all of them together. Our own classes: the guidance has none. */
export const ALDRAR = ['alla', '0-17', '18-29', '30-49', '50-64', '65-'] as const;
export type Alder = (typeof ALDRAR)[number];

/** What a figure counts. */
export const ENHETER = ['personer', 'hushåll', 'kontrakt', 'ärenden', 'dygn', 'kronor', 'text'] as const;
export type InventeringEnhet = (typeof ENHETER)[number];

/** Parts of the inventory, in the order of the template and the report. */
export const DELAR = [
  { kod: 'akut', namn: 'Akuta boendelösningar' },
  { kod: 'institution', namn: 'Institution och boende med stöd' },
  { kod: 'langsiktig', namn: 'Långsiktiga boendelösningar' },
  { kod: 'bistand', namn: 'Ekonomiskt bistånd och rådgivning' },
  { kod: 'utanfor', namn: 'Utan tak över huvudet' },
  { kod: 'kontrakt', namn: 'Sociala kontrakt och förturer' },
  { kod: 'avhysning', namn: 'Avhysningar' },
  { kod: 'uppsokande', namn: 'Uppsökande arbete' },
  { kod: 'kunskap', namn: 'Medarbetarnas kunskap' },
] as const;
export type Del = (typeof DELAR)[number]['kod'];

/** One thing that is asked for. */
export type Uppgift = {
  readonly kod: string;
  readonly del: Del;
  readonly namn: string;
  readonly enhet: InventeringEnhet;
  /** What to count, and what not to. */
  readonly anvisning: string;
  /** The `uppgift` that this is a part of: together the parts cannot be more. */
  readonly ingarI: string | null;
};

const boendeform = (del: Del, kod: string, namn: string, anvisning: string): Uppgift => ({
  kod,
  del,
  namn,
  enhet: 'personer',
  anvisning,
  ingarI: `${del}-alla`,
});
const uppgift = (
  [del, kod]: readonly [Del, string],
  namn: string,
  enhet: InventeringEnhet,
  { anvisning, ingarI = null }: { readonly anvisning: string; readonly ingarI?: string | null },
): Uppgift => ({ kod, del, namn, enhet, anvisning, ingarI });

/**
 * Everything that the inventory asks for, after Socialstyrelsen's support for inventories of socialtjänstens insatser
 * för boende. People in a gruppbostad enligt LSS are not counted anywhere.
 */
export const UPPGIFTER: readonly Uppgift[] = [
  uppgift(['akut', 'akut-alla'], 'Alla i akuta boendelösningar', 'personer', {
    anvisning: 'Alla som har haft en akut boendelösning någon gång under året. Räkna varje person en gång.',
  }),
  boendeform('akut', 'harbarge', 'Härbärge eller akutboende', 'En plats för natten eller några nätter.'),
  boendeform('akut', 'hotell', 'Hotell, vandrarhem eller stuga', 'Tillfällig logi som kommunen betalar.'),
  boendeform('akut', 'jourboende', 'Jour- eller korttidsboende', 'Tillfällig logi i kommunens egen regi.'),
  boendeform('akut', 'skyddat', 'Skyddat boende eller kvinnojour', 'Den som behöver skydd mot våld.'),
  boendeform('akut', 'akut-annat', 'Annan akut lösning', 'Lösningar som kommunen har egna namn på.'),
  uppgift(['akut', 'akut-dygn'], 'Boendedygn i akuta lösningar', 'dygn', {
    anvisning: 'Dygn i akuta boendelösningar under året.',
  }),
  uppgift(['akut', 'akut-kostnad'], 'Kostnad för akuta lösningar', 'kronor', {
    anvisning: 'Vad dygnen kostade kommunen, i hela kronor.',
  }),
  uppgift(['institution', 'institution-alla'], 'Alla på institution eller boende med stöd', 'personer', {
    anvisning: 'Räkna inte den som bor i gruppbostad enligt LSS.',
  }),
  boendeform('institution', 'hvb', 'Hem för vård eller boende (HVB)', 'Vård eller behandling.'),
  boendeform('institution', 'familjehem', 'Familjehem', 'Vuxna och barn som är placerade.'),
  boendeform(
    'institution',
    'stodboende',
    'Stödboende eller inackorderingshem',
    'Boende med stöd, efter beslut.',
  ),
  uppgift(
    ['institution', 'skrivs-ut-utan-bostad'],
    'Ska flytta ut inom tre månader utan bostad',
    'personer',
    {
      anvisning: 'Den som ska lämna boendet inom ungefär tre månader och inte har någonstans att bo.',
      ingarI: 'institution-alla',
    },
  ),
  uppgift(['langsiktig', 'langsiktig-alla'], 'Alla i långsiktiga boendelösningar', 'personer', {
    anvisning: 'Alla som bor i en bostad som kommunen har ordnat med särskilda villkor.',
  }),
  boendeform('langsiktig', 'socialt-kontrakt', 'Socialt kontrakt', 'Kommunen hyr ut i andra hand.'),
  boendeform('langsiktig', 'traning', 'Tränings- eller försökslägenhet', 'Med krav och tillsyn.'),
  boendeform('langsiktig', 'bostad-forst', 'Bostad först', 'Egen bostad först, stöd sedan.'),
  uppgift(['bistand', 'bistand-akut'], 'Ekonomiskt bistånd till akut boende', 'kronor', {
    anvisning: 'Utbetalt under året, i hela kronor.',
  }),
  uppgift(['bistand', 'bistand-hyresskuld'], 'Ekonomiskt bistånd till hyresskulder', 'kronor', {
    anvisning: 'Utbetalt under året, i hela kronor.',
  }),
  uppgift(
    ['bistand', 'skuldradgivning'],
    'Ärenden om hyresskuld hos budget- och skuldrådgivningen',
    'ärenden',
    { anvisning: 'Ärenden under året som gällde en hyresskuld.' },
  ),
  uppgift(['utanfor', 'sover-ute'], 'Personer som sover ute', 'personer', {
    anvisning:
      'En uppskattning av dem som möter gruppen: i tält, bil, trapphus, källare eller offentliga lokaler.',
  }),
  uppgift(['kontrakt', 'kontrakt-alla'], 'Sociala kontrakt vid årets slut', 'kontrakt', {
    anvisning: 'Kontrakt som kommunen har: sociala kontrakt, träningslägenheter och Bostad först.',
  }),
  uppgift(['kontrakt', 'kontrakt-bme'], 'Sociala kontrakt enligt bostadsmarknadsenkäten', 'kontrakt', {
    anvisning: 'Det antal som kommunen har svarat i Boverkets bostadsmarknadsenkät samma år.',
  }),
  uppgift(['kontrakt', 'kontrakt-overtagna'], 'Kontrakt som har gått över till första hand', 'kontrakt', {
    anvisning: 'Under året. Räkna de kontrakt som hyresgästen har tagit över.',
  }),
  uppgift(['kontrakt', 'fortur'], 'Förturer till förstahandskontrakt', 'hushåll', {
    anvisning: 'Förmedlade under året.',
  }),
  uppgift(['avhysning', 'avhysning-inkomna'], 'Ärenden som har kommit in', 'ärenden', {
    anvisning: 'Under året.',
  }),
  uppgift(['avhysning', 'avhysning-avvarjda'], 'Avvärjda avhysningar', 'ärenden', {
    anvisning: 'Hushållet kunde bo kvar.',
  }),
  uppgift(['avhysning', 'avhysning-genomforda'], 'Genomförda avhysningar', 'ärenden', {
    anvisning: 'Under året.',
  }),
  uppgift(['avhysning', 'avhysning-barnfamiljer'], 'Genomförda avhysningar av barnfamiljer', 'ärenden', {
    anvisning: 'Hushåll där barn bor hela eller en del av tiden.',
    ingarI: 'avhysning-genomforda',
  }),
  uppgift(['uppsokande', 'uppsokta'], 'Personer som det uppsökande arbetet har nått', 'personer', {
    anvisning: 'Den som är eller riskerar att bli hemlös. Räkna varje person en gång.',
  }),
  uppgift(['kunskap', 'medarbetare'], 'Vad medarbetarna har sett', 'text', {
    anvisning:
      'Fri text. Skriv inget som kan pekas ut till en person. Texten räknas inte in i några siffror.',
  }),
];

/** One figure of an inventory; `text` only where the `uppgift` is free text. */
export type InventeringRad = {
  readonly uppgift: string;
  readonly kon: Kon;
  readonly alder: Alder;
  readonly varde: number | null;
  /** True when there is a number that must not be shown; `varde` is then null. */
  readonly skyddad: boolean;
  readonly text: string | null;
  readonly ursprung: Origin;
};

/** Code of the made-up kommun that examples belong to. */
export const EXEMPELKOD = '0000';

/** One kommun's inventory of one year, in the order of the file. */
export type Inventering = {
  readonly kod: string;
  readonly namn: string;
  readonly ar: number;
  /** True for the made-up kommun: shown as an example everywhere. */
  readonly exempel: boolean;
  readonly rader: readonly InventeringRad[];
};
