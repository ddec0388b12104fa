/** What is said of a key or a column: what it is, and an example as it is written. */
export type Word = readonly [about: string, example: string];

/** The words of a file, by the path of each key (`utgavor[].ar`) or the name of each column. */
export type Words = Readonly<Record<string, Word>>;

/** The keys of the protection of people, in every file that counts them. */
export const SKYDD: Words = {
  personskydd: [
    'Hur antal människor skyddas. `{}` är grundregeln: antal från 1 till 4 döljs, och det som behövs för att de inte ska gå att räkna ut.',
    '{}',
  ],
  'personskydd.troskel': ['Antal från 1 till ett mindre än detta döljs.', '5'],
  'personskydd.nollor': ['Om nollor också döljs.', '"visa"'],
  'personskydd.metod': ['Dölj, eller avrunda alla antal till multiplar av 3 eller 5.', '"dolj"'],
  'personskydd.redanPublicerat': [
    'Nivåer där någon annan redan har publicerat talen. De kan inte döljas mer.',
    'null',
  ],
  'personskydd.redanPublicerat.nivaer': ['Vilka nivåer.', '["riket", "lan"]'],
  'personskydd.redanPublicerat.skal': [
    'Vem som har publicerat dem, och var.',
    '"Socialstyrelsen publicerar antalet för riket och län."',
  ],
  utanPersonskydd: [
    'Varför antal står utan skydd, i en mening som visas på metodsidan.',
    '"Räknar hushåll i en undersökning, inte personer."',
  ],
};

const BROTT: Words = {
  brott: ['År då serien börjar om: inget räknas över ett brott.', '[]'],
  'brott[].franAr': ['Första året i den nya serien.', '2016'],
  'brott[].orsak': [
    'Varför åren före inte går att jämföra med. Visas för läsaren.',
    '"Frågorna gjordes om."',
  ],
};

const RATTELSE: Words = {
  'rattelser[].datum': ['Dagen då rättelsen gjordes.', '"2026-12-01"'],
  'rattelser[].version': ['Versionen som den kom i.', '"2016.2"'],
  'rattelser[].text': ['Vad som var fel, och vad det är nu.', '"Svaret från Umeå var nej och är ja."'],
};

export const KALLOR_WORDS: Words = {
  folkmangd: ['Folkmängden i `kommuner.csv`.', ''],
  'folkmangd.datum': ['Dagen som den gäller.', '"2024-12-31"'],
  'folkmangd.kalla': ['Vem som räknade.', '"SCB"'],
  kommungrupper: ['Kommungrupperna i `kommuner.csv`.', ''],
  'kommungrupper.ar': ['Indelningens år.', '2023'],
  'kommungrupper.kalla': ['Vems indelning det är.', '"SKR"'],
};

export const KALENDER_WORDS: Words = {
  '[].id': ['Ändras aldrig: den som prenumererar känner igen händelsen på det.', '"utgava-2027"'],
  '[].datum': ['Dagen, eller månaden så länge bara den är känd.', '"2027-03"'],
  '[].titel': ['Vad som kommer.', '"Utgåva om hemlöshet"'],
  '[].text': ['Vad läsaren hittar, i en eller två meningar.', '"Svar från alla kommuner på årets enkät."'],
  '[].omrade': ['Området som det gäller. `null` är alla.', '"hemloshet"'],
  '[].beslutat': ['När det bestämdes eller senast flyttades.', '"2026-10-01"'],
};

export const OMRADE_WORDS: Words = {
  slug: ['Mappens namn. Blir områdets adress.', '"hemloshet"'],
  titel: ['Områdets hela namn.', '"Hemlöshet och utestängning från bostadsmarknaden"'],
  kortnamn: ['Namnet i menyer och tabeller.', '"Hemlöshet"'],
  om: ['Slutet på ”frågor om …”.', '"arbetet mot hemlöshet"'],
  ingress: ['Först på områdets sida.', '"Kommunernas arbete mot hemlöshet, fråga för fråga."'],
  utgivare: ['Den som publicerar området.', '"Exempelutgivaren"'],
  kontakt: ['Dit frågor ställs.', '"info@example.org"'],
  insamling: [
    'Hur svaren har samlats in: ett stycke för varje text.',
    '["Enkäten gick till alla kommuner."]',
  ],
  ...BROTT,
  tidigare: ['Tidigare publiceringar som inte finns i data, och varför de står för sig.', '[]'],
  'tidigare[].ar': ['Året.', '2011'],
  'tidigare[].text': [
    'Vad som publicerades, och varför det inte går att jämföra.',
    '"Frågorna var andra då."',
  ],
  'tidigare[].kalla': ['Var det står.', '"Socialstyrelsen"'],
  rattelser: ['Rättelser av områdets register. De av en enkät står i utgåvan.', '[]'],
  ...RATTELSE,
  'rattelser[].indikatorer': ['Vilka register som har rättats.', '["N07907"]'],
  utgavor: ['Enkätens utgåvor, en för varje år. Tomt när området bara har register.', '[]'],
  'utgavor[].ar': ['Året. Svaren ligger i `enkat/<år>.csv`.', '2016'],
  'utgavor[].exempel': ['`true` när svaren är påhittade: det sägs överallt.', 'false'],
  'utgavor[].verkliga': ['Frågor vars svar är verkliga fast resten är exempel.', '["U30428"]'],
  'utgavor[].version': ['År och nummer. Höjs när något rättas.', '"2016.1"'],
  'utgavor[].publicerad': ['Dagen då utgåvan publicerades.', '"2016-06-15"'],
  'utgavor[].insamling': ['När enkäten var öppen, i ord.', '"våren"'],
  'utgavor[].referensdatum': ['Dagen som avgör vilka kommuner och stadsdelar som fanns.', '"2016-01-01"'],
  'utgavor[].enhet': ['Vad en procent av riket räknar.', '"kommuner"'],
  'utgavor[].stadsdelsstader': ['Kommunkoder för städer vars stadsdelar svarar i stället.', '["0180"]'],
  'utgavor[].noter': ['Det som läsaren ska veta om utgåvan.', '[]'],
  'utgavor[].rattelser': ['Vad som har rättats i utgåvan.', '[]'],
  'utgavor[].rattelser[].datum': ['Dagen då rättelsen gjordes.', '"2026-12-01"'],
  'utgavor[].rattelser[].version': ['Versionen som den kom i.', '"2016.2"'],
  'utgavor[].rattelser[].text': [
    'Vad som var fel, och vad det är nu.',
    '"Svaret från Umeå var nej och är ja."',
  ],
};

export const INDIKATORER_WORDS: Words = {
  '[].id': [
    'Koladas id när det finns ett, annars ett eget som börjar på `OJ-`. Det byts aldrig.',
    '"U30428"',
  ],
  '[].kolada': ['Koladas id.', '"U30428"'],
  '[].slug': ['Indikatorns adress.', '"aktuell-overgripande-plan"'],
  '[].titel': ['Hela namnet, utan punkt.', '"Kommuner med en övergripande plan mot hemlöshet"'],
  '[].kortnamn': ['För tabeller och diagram.', '"Övergripande plan"'],
  '[].typ': ['Varifrån siffran kommer. `bakgrund` beskriver platsen, aldrig kommunens arbete.', '"enkat"'],
  '[].svarstyp': [
    'Vilket slags värde det är. `folkmangd` är alla invånare, i heltal, och prövas mot `kommuner.csv`; `artal` är ett år med fyra siffror.',
    '"ja-nej"',
  ],
  '[].kategorier': ['Svarens ord i ordning, för svarstypen `kategori`.', '["hyresrätt", "bostadsrätt"]'],
  '[].svarstexter': ['Vad ett svar heter på sidan, när ordet inte räcker.', '{"delvis": "Ja, med vissa"}'],
  '[].fraga': ['Frågan, med våra ord. `null` för register.', '"Har kommunen en aktuell plan?"'],
  '[].definition': ['Vad som räknas.', '"Planen ska vara beslutad och omfatta hela kommunen."'],
  '[].varfor': ['Varför det är viktigt, och för vem.', '"En plan gör arbetet samlat och varaktigt."'],
  '[].tolkning': ['Hur värdet läses.', '"Ett ja säger inget om vad planen innehåller."'],
  '[].pastaende': [
    'Slutet på ”17 procent av kommunerna …”. För tal: det som siffran är en andel av eller ett antal.',
    '"har en plan mot hemlöshet"',
  ],
  '[].nekat': ['Samma, nekat.', '"har inte någon plan mot hemlöshet"'],
  '[].kvalitetsomrade': ['Kvalitetsområdet.', '"Helhetssyn och samordning"'],
  '[].kvalitetsomradeKalla': ['`egen` när indelningen är vår egen.', '"egen"'],
  '[].polaritet': ['Om ett högt värde är önskvärt.', '"hogt-onskvart"'],
  '[].enhet': ['Talets enhet.', '"procent"'],
  '[].decimaler': ['Så många decimaler visas. Filerna har alla.', '1'],
  '[].ar': ['De år som vi har svar eller siffror för. Tomt när året inte är känt.', '[2016, 2018]'],
  '[].brott': BROTT.brott ?? ['', ''],
  '[].brott[].franAr': BROTT['brott[].franAr'] ?? ['', ''],
  '[].brott[].orsak': BROTT['brott[].orsak'] ?? ['', ''],
  '[].jamforbarhet': [
    'Anmärkningar om jämförbarhet som inte är ett brott.',
    '"Ordet kontrakt tolkas olika."',
  ],
  '[].dubbelrakning': [
    'Varför samma person kan räknas på flera platser ett år. Delarna får då ha fler än riket.',
    '"Den som flyttar räknas i båda kommunerna."',
  ],
  '[].taljare': ['Det som räknas.', '"Kommuner som svarade ja"'],
  '[].namnare': ['Det som det räknas av.', '"Kommuner som svarade"'],
  '[].bas': [
    'Vad nämnaren är, när referensdata vet hur många det är. Bara då rangordnas kommuner.',
    '"invanare"',
  ],
  '[].kalla': ['Källan, som den ska stå efter ”Källa:”.', '"Socialstyrelsen"'],
  '[].kunskap': ['Vad forskningen säger om arbetssättet, när det är känt.', 'null'],
  '[].kunskap.text': ['Vad den säger.', '"Forskningen ger stöd för att bostad och stöd hjälper."'],
  '[].kunskap.styrka': ['Hur starkt stödet är, enligt källan.', '"ej-angiven"'],
  '[].kunskap.kalla': ['Källan, som den heter i källförteckningen.', '"Socialstyrelsen"'],
  '[].kallaUrl': ['Källans adress.', '"https://www.socialstyrelsen.se/"'],
  '[].gemensamFraga': [
    'Vad en fråga som ställs i flera områden kallas. De ställs bredvid varandra.',
    '"Plan för kompetensutveckling"',
  ],
  '[].likhetstema': ['Temat där måttet avgör vilka kommuner som är lika.', '"bostad"'],
  ...Object.fromEntries(Object.entries(SKYDD).map(([path, word]) => [`[].${path}`, word])),
  '[].vilkas': [
    'För kronor och dygn: indikatorn som räknar de personer de gäller. De visas bara där personerna visas.',
    'null',
  ],
  '[].min': ['Minsta tillåtna tal.', '0'],
  '[].max': ['Största tillåtna tal.', '100'],
  '[].sammaSom': [
    'I stället för allt annat: id för en indikator som ett annat område äger och som visas här också.',
    '"U30442"',
  ],
};

export const SAMBAND_WORDS: Words = {
  '[].titel': ['Vad sambandet är.', '"Barn och vuxna är alla"'],
  '[].summa': ['Serien som är summan.', '"kartlaggning/malmo/personer"'],
  '[].delar': [
    'Serierna som tillsammans blir summan. En ensam betyder att de är samma antal.',
    '["kartlaggning/malmo/barn", "kartlaggning/malmo/vuxna"]',
  ],
  '[].fullstandigt': [
    '`false` när summan har fler än delarna: register som delvis räknar samma personer.',
    'true',
  ],
};

export const AMNEN_WORDS: Words = {
  '[].slug': ['Sidans adress.', '"vrakning"'],
  '[].slag': ['`fraga` får en sida för varje kommun, `malgrupp` en för hela landet.', '"fraga"'],
  '[].titel': ['Vad ämnet heter.', '"Vräkning"'],
  '[].sokord': ['Andra ord som läsare söker på.', '["hyresskuld"]'],
  '[].ingress': ['Vad läsaren får veta, en eller två meningar.', '"Vad gör kommunen mot vräkning?"'],
  '[].indikatorer': ['Indikatorernas id, ur alla områden, i den ordning de visas.', '["U30442"]'],
  '[].utanSiffra': ['Varför en kommun inte har någon egen siffra.', '"Kronofogden har dem."'],
  '[].ansvar': ['Vem som ansvarar, ett stycke var.', '["Kronofogden genomför avhysningen."]'],
  '[].vart': ['Vart man vänder sig, i den ordning man prövar.', '[]'],
  '[].vart[].text': ['Vad man gör.', '"Ring hyresvärden."'],
  '[].vart[].href': ['En sida här eller en webbadress.', '"/stod/"'],
};

export const KALLFORTECKNING_WORDS: Words = {
  '[].id': ['Siffror pekar på källan med det.', '"socialstyrelsen-2016"'],
  '[].namn': ['Vad den kallas bredvid en siffra, utan semikolon.', '"Socialstyrelsen, lägesrapport"'],
  '[].utgivare': ['Den som gav ut den.', '"Socialstyrelsen"'],
  '[].publikation': ['Titeln.', '"Hemlöshet"'],
  '[].slag': ['Hur nära den är den som tog fram siffran.', '"forstahand"'],
  '[].sida': ['Var i källan, i ord.', '"Tabell 3"'],
  '[].url': ['Adressen.', '"https://example.org/"'],
  '[].hamtad': ['Dagen då siffran hämtades.', '"2026-10-01"'],
  '[].kontrollerad': ['`false` när ingen har sett siffran där sedan den antecknades.', 'true'],
  '[].not': ['Det som läsaren ska veta om källan.', '"Siffran är avrundad i källan."'],
};
