import type { Word, Words } from './words.ts';

/** What a column holds, wherever it has the same name in every table. */
const COMMON: Words = {
  ar: ['Året.', '2023'],
  kalla: ['Källan till just den här raden.', 'SCB'],
  not: [
    'Det som läsaren ska veta om just den här siffran. Står bredvid den på sidorna och i filerna.',
    'Skattad',
  ],
  kommunkod: ['Kommunens kod. Formatera kolumnen som text i Excel, så att nollan står kvar.', '0114'],
  kon: ['`T` alla, `K` kvinnor, `M` män.', 'T'],
  varde: ['Värdet.', '12'],
  saknas: ['Skälet till att värdet saknas. Tomt när det finns ett värde.', 'uppgift-saknas'],
  giltig_fran: ['Första dagen.', '2023-01-01'],
  giltig_till: ['Sista dagen. Tomt så länge det gäller.', ''],
  folkmangd: ['Invånare.', '50123'],
  col: ['Kolumn på kartan.', '12'],
  row: ['Rad på kartan.', '3'],
  titel: ['Namnet.', 'Färre ska bli vräkta'],
  id: ['Ett eget id, som andra tabeller pekar på.', 'm1'],
  text: ['Fri text.', 'Fler söker tidigt.'],
  bidragande: ['För belopp och dygn: hur många som står bakom värdet. Skyddar, och publiceras inte.', '12'],
  storsta_andel: ['Hur många procent av värdet som den största av dem står för. Publiceras inte.', '37,5'],
  nast_storsta_andel: ['Detsamma för den näst största. Publiceras inte.', '20'],
};

/** Columns whose meaning is their table's own, by table and name. */
const OWN: Readonly<Record<string, Words>> = {
  'referens/kommuner.csv': {
    kommun: ['Namnet.', 'Upplands Väsby'],
    lanskod: ['Länets kod.', '01'],
    kommungrupp: ['SKR:s grupp, som i `kommungrupper.csv`.', 'B3'],
    giltig_fran: [
      'Första dagen för namnet eller kommunen. Kolumnen behövs bara när något har ändrats.',
      '2027-01-01',
    ],
    giltig_till: ['Sista dagen. Tomt så länge raden gäller.', ''],
    ersatt_av: ['Koden eller koderna för det som kommunen blev, med lodstreck emellan.', '1499'],
  },
  'referens/lan.csv': {
    lanskod: ['Länets kod.', '01'],
    lan: ['Namnet.', 'Stockholms län'],
    bokstav: ['Länsbokstaven.', 'AB'],
  },
  'referens/kommungrupper.csv': { kod: ['Gruppens kod.', 'B3'], namn: ['Namnet.', 'Större stad'] },
  'referens/stadsdelar.csv': {
    kod: ['Kommunkoden och ett eget ord.', '0180-bromma'],
    stadsdel: ['Namnet, som det står i enkäten.', 'Bromma'],
    typ: ['Vad den kallas.', 'stadsdelsområde'],
  },
  'referens/kommunrutor.csv': { kod: ['Kommunens kod.', '0114'] },
  'referens/lanrutor.csv': { kod: ['Länets kod.', '01'] },
  'referens/vattenrutor.csv': { namn: ['Sjöns namn.', 'Vänern'] },
  'referens/grannar.csv': {
    kommunkod_a: ['Den ena.', '0114'],
    kommunkod_b: ['Den andra.', '0115'],
  },
  'referens/folkmangd.csv': {},
  'referens/kontakter.csv': {
    webb: ['Kommunens webbplats.', 'https://www.example.org/'],
    epost: ['Registratorns adress.', 'registrator@example.org'],
    telefon: ['Växeln.', '08-00 00 00'],
    kalla: ['Var uppgiften stod.', 'Kommunens webbplats'],
  },
  'referens/utgangna_koder.csv': {
    kod: ['Koden som inte gäller längre.', '1917'],
    ersatt_av: ['Koden som gäller nu.', '0331'],
    giltig_till: ['Sista dagen som den gällde.', '2006-12-31'],
    skal: ['Varför. Står i fyndet när någon använder koden.', 'Heby hör till Uppsala län sedan'],
  },
  'omraden/<område>/enkat/<år>.csv': {
    kommun: ['Namnet som kommunen hade på utgåvans referensdatum.', 'Upplands Väsby'],
    stadsdel: ['Stadsdelens namn. Tom för kommunen själv.', ''],
    '<id>': ['En kolumn för varje fråga som ställdes året, i ordning som i `indikatorer.json`.', 'ja'],
  },
  'omraden/<område>/register/<indikator>.csv': {
    kod: ['`00` riket, två siffror län, fyra siffror kommun.', '0114'],
    ar: ['Året. Tomt bara när källan inte säger vilket.', '2023'],
    kommun: ['Namnet, som prövas mot koden. Får stå var som helst.', 'Upplands Väsby'],
    kalla: ['Källan, när den inte är indikatorns.', 'Kommunens rapport'],
  },
  'omraden/<område>/publicerat.csv': {
    indikator: ['Indikatorns id.', 'U30428'],
    kalla: ['Var siffran stod.', 'Socialstyrelsen'],
    not: ['Det som läsaren behöver veta.', ''],
    svar: ['Vilket svar siffran räknar. Tomt är det första (`ja`, `alla`).', 'nej'],
    grupp: ['`riket`, eller en del av landet.', 'riket'],
    enhet: ['Vad talet är.', 'procent'],
    bas: ['Vad procenten är av, som källan säger det.', 'kommuner'],
    ungefar: ['`ja` när siffran är avrundad eller sagd i ord.', 'nej'],
    jamforbar_fran_ar: ['Första år som siffran får jämföras med. Tomt när det inte är känt.', '2016'],
  },
  'kartlaggningar/<namn>/varden.csv': {
    plats: ['Koden för en del av platsen. Tom är hela.', '1401'],
    matt: [
      'Vad som räknas: ett av orden här, eller ett eget under `matt` i `kartlaggning.json`.',
      'personer',
    ],
    situation: ['Hemlöshetssituation.', '1'],
    alder: ['Åldersklass, som i `indelningar`.', '18–24'],
    hushallstyp: ['Hushållstyp, som i `indelningar`.', 'par med barn'],
    tid: ['Tid i hemlöshet, som i `indelningar`.', ''],
    orsak: ['Orsak, som i `indelningar`.', ''],
    enhet: ['Vad talet är.', 'antal'],
    ungefar: ['`ja` när källan har avrundat.', ''],
    omraknad: ['Vilken omgångs metod siffran är räknad med. Tomt som publicerad.', ''],
  },
  'inventering/<fil>.csv': {
    uppgift: ['Koden för det som räknas, ur `referens/inventering.json`.', 'hotell'],
    alder: ['Åldersklass.', 'alla'],
    text: ['Fri text, för uppgifter med enheten text.', ''],
  },
  'texter/ordlista.csv': {
    term: ['Ordet.', 'Avhysning'],
    forklaring: ['Vad det betyder.', 'När någon måste flytta.'],
    se_aven: ['Ett annat ord i listan.', ''],
  },
  'texter/publikationer.csv': {
    titel: ['Namnet.', 'Öppna jämförelser'],
    utgivare: ['Den som gav ut den.', 'Socialstyrelsen'],
    artikelnummer: ['Nummer.', '2016-6-20'],
    publicerad: ['Dagen eller året.', '2016-06-15'],
    slag: ['Vad det är.', 'rapport'],
    om: ['Vad den handlar om.', 'Alla områden'],
    url: ['Adressen.', 'https://example.org/'],
    utan_lank: ['Varför det inte finns någon adress.', ''],
  },
  'texter/synonymer.csv': {
    ord: ['Det som någon söker på.', 'vräkning'],
    menar: ['Det som också ska hittas.', 'avhysning'],
  },
  'program/<namn>/mal.csv': {
    overgripande: ['`ja` för ett mål som andra är delar av.', 'ja'],
    del_av: ['Målet som det är en del av.', ''],
  },
  'program/<namn>/indikatorer.csv': {
    mal: ['Målets id.', 'm1'],
    enhet: ['Vad talet är.', 'personer'],
    riktning: ['Åt vilket håll talet ska.', 'minska'],
    basar: ['Året som senare år jämförs med.', '2022'],
    kvinnor: ['Värdet för kvinnor.', ''],
    man: ['Värdet för män.', ''],
    tabell: ['Tabell i källan.', 'Tabell 12b'],
    foljs_av: ['Id för en indikator på webbplatsen, vars senare värden blir utfall.', 'OJ-HL-05'],
    vilkas: [
      'För kronor och dygn: det som räknar människorna. En indikator i programmet, en på webbplatsen, eller en uppgift i inventeringen.',
      'inventering/hotell',
    ],
  },
  'program/<namn>/utfall.csv': {
    indikator: ['Indikatorns id i programmet.', 'i1'],
    jamforbar: ['Om utfallet går att jämföra med basåret.', 'ja'],
    skal: ['Varför, eller varför inte.', 'Räknat på samma sätt'],
  },
  'program/<namn>/strategier.csv': {},
  'program/<namn>/arbetssatt.csv': { strategi: ['Strategins id.', 's1'] },
  'program/<namn>/atgarder.csv': {
    arbetssatt: ['Arbetssättets id.', 'a1'],
    atgard: ['Vad som ska göras.', 'Uppsökande arbete varje vecka'],
    leder: ['De som leder, med lodstreck emellan.', 'Socialnämnden'],
    medverkar: ['De som medverkar, med lodstreck emellan.', ''],
    start: ['Första året.', '2025'],
    slut: ['Sista året.', ''],
    budget: ['Kronor för hela åtgärden.', ''],
  },
  'program/<namn>/lage.csv': {
    atgard: ['Åtgärdens id.', 'atg1'],
    datum: ['Dagen som läget gäller.', '2026-06-30'],
    status: ['Läget.', 'pagar'],
  },
  'program/<namn>/utgangspunkter.csv': { rubrik: ['Rubriken.', 'Bostaden först'] },
  'program/<namn>/principer.csv': {
    grupp: ['Rubriken över.', 'För alla'],
    princip: ['Principen.', 'Ingen ska sova ute'],
  },
  'program/<namn>/ansvar.csv': {
    vem: ['Vems ärende.', 'Barnfamiljer'],
    hanteras_av: ['Vem som hanterar det.', 'Socialnämnden'],
    regel: ['Enligt vilken regel.', 'Där familjen är skriven'],
  },
  'program/<namn>/fakta.csv': {
    arbetssatt: ['Arbetssättets id.', 'a1'],
    namn: ['Vad det är.', 'Längsta boendetid'],
    varde: ['Hur det är.', 'Fem år'],
  },
  'program/<namn>/dokument.csv': { titel: ['Dokumentets namn.', 'Budget'], lank: ['Adressen.', ''] },
  'program/<namn>/kunskap.csv': { rubrik: ['Rubriken.', 'Unga vuxna'] },
  'program/<namn>/uppfoljning.csv': {
    nar: ['När.', 'varje år'],
    vad: ['Vad som följs upp.', 'Alla mål'],
    vem: ['Vem som gör det.', 'Stadsledningskontoret'],
  },
};

/** What a column of a table holds; undefined for one that nobody has described. */
export const columnWord = (table: string, name: string): Word | undefined =>
  OWN[table]?.[name] ?? COMMON[name];

/** The described columns of a table that are not common: each must be in the table. */
export const ownColumns = (table: string): readonly string[] => Object.keys(OWN[table] ?? {});

/** Every table that has words. */
export const DESCRIBED_TABLES: readonly string[] = Object.keys(OWN);
