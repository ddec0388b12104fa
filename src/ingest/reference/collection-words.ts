import { SKYDD, type Words } from './words.ts';

/** The keys of a correction, in every file that has the version of all that is published. */
const RATTAT: Words = {
  'rattelser[].datum': ['Dagen då rättelsen gjordes.', '"2026-12-01"'],
  'rattelser[].version': ['Versionen av allt som publiceras, som rättelsen kom i.', '"2026.2"'],
  'rattelser[].text': ['Vad som var fel, och vad det är nu.', '"Antalet barn var 21 och är 12."'],
};

export const PUBLICERING_WORDS: Words = {
  webbplats: ['Webbplatsens adress, med snedstreck sist.', '"https://example.org/"'],
  titel: ['Webbplatsens namn.', '"Öppna jämförelser"'],
  version: ['Versionen av allt som publiceras: år och nummer. Den höjs för varje gång.', '"2026.1"'],
  datum: ['Dagen då versionen publiceras.', '"2026-11-01"'],
  organisation: ['Den som publicerar.', ''],
  'organisation.namn': ['Namnet. Står i sidfoten, i filerna och i hänvisningar.', '"Exempelutgivaren"'],
  'organisation.orgnr': ['Organisationsnummer utan streck.', '"2021000555"'],
  'organisation.uri': [
    'En adress som står för organisationen i katalogen över öppna data.',
    '"https://example.org/"',
  ],
  'organisation.typ': ['Slag av utgivare, med orden i DCAT-AP-SE.', '"LocalAuthority"'],
  'organisation.epost': ['Dit läsare skriver.', '"info@example.org"'],
  'organisation.webb': ['Organisationens webbplats.', '"https://example.org/"'],
  licens: ['Villkoren för att använda data.', ''],
  'licens.namn': ['Licensens namn.', '"CC0 1.0"'],
  'licens.url': ['Licensens adress.', '"https://creativecommons.org/publicdomain/zero/1.0/"'],
  rattelser: [
    'Rättelser av inventeringar. Andra rättelser står i den fil som beskriver det som rättas.',
    '[]',
  ],
  ...RATTAT,
  'rattelser[].inventering': ['Kommunens kod i inventeringen.', '"0000"'],
  'rattelser[].ar': ['Inventeringens år.', '2025'],
};

export const KARTLAGGNING_WORDS: Words = {
  slug: ['Mappens namn. Blir adressen.', '"malmo"'],
  titel: ['Vems räkningen är.', '"Malmö stad"'],
  slag: ['Vad som räknas: människor i hemlöshet, eller avhysningar.', '"hemloshet"'],
  kod: ['`00` för hela landet, två siffror för ett län, fyra för en kommun.', '"1280"'],
  utgivare: ['Den som räknar.', '"Malmö stad"'],
  ingress: ['Först på sidan.', '"Staden räknar människor i hemlöshet varje höst."'],
  huvudmatt: ['Måttet som ritas över åren. Ett av orden i kolumnen `matt`.', '"personer"'],
  matt: [
    'Egna mått utöver de gemensamma: ordet i kolumnen `matt`, och vad det heter på sidan.',
    '{"unga-vuxna": "Unga vuxna"}',
  ],
  raknas: ['Vilka som räknas.', '["Situation 1 till 4."]'],
  raknasInte: ['Vilka som inte räknas.', '[]'],
  jamforbarhet: ['Vad läsaren måste veta innan något jämförs.', '"Definitionen ändrades."'],
  kalla: ['Källan.', '"Malmö stad"'],
  indelningar: [
    'Klasserna för `alder`, `hushallstyp`, `tid` och `orsak`.',
    '{"alder": {"klasser": ["18–24", "25–"], "enda": true}}',
  ],
  exempel: ['`true` för den påhittade kommunen `0000`.', 'false'],
  'indelningar.*.klasser': ['Klassernas ord, som de står i `varden.csv`.', '["18–24", "25–"]'],
  'indelningar.*.enda': ['`true` när var och en finns i en enda klass, så att klasserna summerar.', 'true'],
  ...SKYDD,
  omgangar: ['Räkningarna.', ''],
  'omgangar[].ar': ['Året.', '2023'],
  'omgangar[].matperiod': ['När på året, i ord.', '"3–9 april"'],
  'omgangar[].jamforbar': ['Omgångar med samma ord får jämföras, inga andra.', '"2023 års metod"'],
  'omgangar[].svarande': ['Vilka som svarade, i ord.', '"Alla kommuner utom fyra"'],
  'omgangar[].svarsandel': ['Procent av de tillfrågade som svarade.', '92'],
  'omgangar[].metod': ['Hur det gjordes, och vad som är nytt.', '["Enkät till verksamheter."]'],
  'omgangar[].folkmangd': ['Invånare den 31 december samma år.', 'null'],
  'omgangar[].folkmangd.antal': ['Så många.', '362133'],
  'omgangar[].folkmangd.kalla': ['Enligt vem.', '"SCB"'],
  rattelser: ['Vad som har rättats i redan publicerade siffror.', '[]'],
  ...RATTAT,
  'rattelser[].ar': ['Omgången som rättelsen gäller. `null` är alla.', '2023'],
};

export const PROGRAM_WORDS: Words = {
  slug: ['Mappens namn. Blir adressen.', '"exempel-2025-2028"'],
  titel: ['Programmets namn.', '"Program mot hemlöshet"'],
  kod: ['Kommunens kod. `0000` för ett påhittat.', '"0180"'],
  franAr: ['Första året.', '2025'],
  tillAr: ['Sista året.', '2028'],
  utgivare: ['Den som har beslutat.', '"Kommunfullmäktige"'],
  diarienummer: ['Beslutets nummer.', '"KS 123"'],
  ingress: ['Först på sidan.', '"Programmet ska halvera hemlösheten."'],
  exempel: ['`true` för ett påhittat program.', 'false'],
  raknas: ['Vilka som räknas som hemlösa.', '["Situation 1 och 2."]'],
  raknasInte: ['Vilka som inte räknas.', '[]'],
  omfattasInte: ['Vilka programmet inte gäller.', '[]'],
  skillnad: [
    'Hur det skiljer sig från Socialstyrelsens definition.',
    '"Programmet räknar inte situation 3."',
  ],
  kalla: ['Källan.', '"Kommunens program"'],
  rattelser: ['Vad som har rättats i redan publicerade siffror.', '[]'],
  ...RATTAT,
  ...SKYDD,
};

export const INLASNING_WORDS: Words = {
  fil: ['Filen med siffrorna, i samma mapp.', '"2016.csv"'],
  sha256: ['Filens kontrollsumma när den skrevs, så att en ändring för hand syns.', `"${'0'.repeat(64)}"`],
  inlasningar: ['Varje inläsning som filen har siffror från. Skrivs av `npm run import`.', ''],
  'inlasningar[].kalla': ['Källan, som den ska stå efter ”Källa:”.', '"Kolada"'],
  'inlasningar[].indikatorer': ['Indikatorerna som kommer därifrån.', '["N07907"]'],
  'inlasningar[].ar': ['Åren. Tomt när källan inte säger något år.', '[2022]'],
  'inlasningar[].fraga': ['Adresserna som hämtades, eller filens namn och blad.', '["https://example.org/"]'],
  'inlasningar[].hamtad': ['När källan svarade.', '"2026-10-01T12:00:00Z"'],
  'inlasningar[].sha256': ['Kontrollsumman av det som källan svarade.', `"${'0'.repeat(64)}"`],
  'inlasningar[].beskrivningar': [
    'Hur källan beskrev varje indikator, så att en ändrad betydelse syns nästa gång.',
    '{}',
  ],
  'inlasningar[].beskrivningar.*.titel': ['Namnet i källan.', '"Trångboddhet"'],
  'inlasningar[].beskrivningar.*.beskrivning': ['Källans beskrivning.', '"Andel trångbodda hushåll."'],
  'inlasningar[].beskrivningar.*.publicerad': ['När källan gav ut siffrorna.', '"2026-06-01"'],
  'inlasningar[].utelamnat': ['Det som källan hade och som inte skrevs.', '[]'],
  'inlasningar[].utelamnat[].indikator': ['Indikatorn. `null` när den inte är känd.', '"N07907"'],
  'inlasningar[].utelamnat[].ar': ['Året. `null` när det inte är känt.', '2022'],
  'inlasningar[].utelamnat[].koder': ['Platserna.', '["9999"]'],
  'inlasningar[].utelamnat[].skal': ['Varför.', '"Koden finns inte i referensdata."'],
};

/** The lines between `---` and `---` that a text begins with. */
export const TEXT_WORDS: Words = {
  titel: ['Sidans rubrik.', '"Läs resultaten"'],
  kortnamn: ['Namnet i menyer.', '"Läs resultaten"'],
  ingress: ['Först på sidan.', '"Så läser du siffror och diagram."'],
};
