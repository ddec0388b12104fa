import type { RuleEntry } from './entry.ts';

/** The rules about what the data say: codes, values, sums, versions, people. */
export const CONTENT_HELP: readonly RuleEntry[] = [
  [
    'kommunkod-okand kommunkod-nedlagd',
    'Koden är felskriven, eller hör till en kommun eller ett län som inte finns längre.',
    'Skriv koden i förslaget. En ny kommun läggs till i referens/kommuner.csv.',
  ],
  [
    'kommunkod-tappad-nolla',
    'Excel läser 0114 som talet 114 när filen öppnas med dubbelklick.',
    'Hämta in filen med Data, Från text/CSV och välj text för kolumnen, eller formatera kolumnen som text och skriv koderna igen.',
  ],
  [
    'kommunnamn-annan-kod kommunnamn-fel',
    'Koder och namn klistrades in ur två listor i olika ordning, eller så har kommunen bytt namn.',
    'Kontrollera att hela kolumnen inte har glidit en rad. Rätta sedan den som är fel.',
  ],
  [
    'stadsdel-okand stadsdel-annan-stad stadsdel-ej-giltig stadsdel-ej-med stad-med-svar stadsdel-overlappar',
    'Stadsdelar ändras. De som gäller är de som fanns på utgåvans referensdatum enligt referens/stadsdelar.csv.',
    'Skriv stadsdelen som den hette då, eller lägg till den med sina dagar.',
  ],
  [
    'svar-ogiltigt',
    'Svaret är skrivet på annat sätt (Ja, 1, x), eller hör till en annan fråga.',
    'Skriv ett av svaren i förslaget, med små bokstäver.',
  ],
  [
    'tal-ogiltigt tal-mellanslag tal-minustecken tal-med-enhet tal-exponent',
    'Talet kom med sin formatering: mellanslag, procenttecken, kr, ett långt minus eller 1,2E+05.',
    'Skriv bara siffror och ett decimaltecken. I Excel: formatera kolumnen som Allmänt innan du sparar.',
  ],
  [
    'tal-tvetydigt',
    '426,700 är 426 700 i engelsk Excel och 426,7 i svensk. Ingen kan veta vilket som menas.',
    'Skriv utan tusentalsavgränsare. I Excel: formatera som tal utan den och spara igen.',
  ],
  [
    'tal-utanfor',
    'Talet är mindre eller större än måttet kan vara. Ofta är det en annan enhet, eller en rad som har glidit.',
    'Kontrollera talet mot källan. Gränserna är min och max i indikatorer.json.',
  ],
  [
    'tal-ej-heltal',
    'Ett antal eller ett belopp i kronor fick decimaler. Det händer när en punkt för tusental läses som decimaltecken.',
    'Skriv hela tal. Är det ett genomsnitt ska indikatorn ha decimaler.',
  ],
  [
    'ar-ogiltigt',
    'Året är inte ett av indikatorns år, eller felskrivet.',
    'Är året nytt: lägg till det under ar i indikatorer.json.',
  ],
  ['kon-ogiltigt', 'Könet är skrivet i ord, eller T blev SANT (TRUE) i Excel.', 'Skriv T, K eller M.'],
  [
    'saknas-tvetydigt saknas-orimligt saknas-ogiltigt varde-och-saknas',
    'Myndigheters tabeller använder tecken på olika sätt: ett streck är noll i en och okänt i en annan. Ett kryss i en enkät är ett svar.',
    'Skriv värdet, 0, eller ett av skälen i data/README.md.',
  ],
  [
    'bidrag-ogiltigt',
    'En andel skrevs som bråk eller i kronor, eller största och näst största bytte plats.',
    'Skriv andelar av värdet i procent, den största först.',
  ],
  [
    'indikator-okand indikator-dubbel indikator-samma-som indikator-kategorier indikator-svarstexter indikator-granser indikator-vilkas',
    'Id eller ord i indikatorer.json stämmer inte med filerna eller med varandra.',
    'Rätta det som fyndet pekar på. Nycklarna förklaras i data/README.md.',
  ],
  [
    'referens-okand-kod referens-kod-i-bruk referens-lanskod referens-ruta-saknas referens-datum referens-efterfoljare',
    'En kommun eller ett län lades till, togs bort eller ändrades i en fil men inte i de andra.',
    'Rätta filen i referens/ som fyndet nämner. Hur en ändrad kommun skrivs står i data/README.md.',
  ],
  [
    'personskydd-saknas',
    'Indikatorn räknar något som kan vara människor, men säger inte hur de skyddas. Då gäller grundregeln.',
    'Skriv "personskydd": {} eller skälet i "utanPersonskydd".',
  ],
  [
    'kartlaggning-slug program-slug omrade-slug',
    'Mappen bytte namn, eller filen kopierades från en annan mapp.',
    'Skriv mappens namn i filen.',
  ],
  [
    'matt-okant omgang-okand klass-okand plats-utanfor',
    'Raden nämner ett mått, ett år, en klass eller en plats som kartlaggning.json inte har.',
    'Rätta ordet, eller lägg till det i kartlaggning.json.',
  ],
  [
    'kartlaggning-summa indelning-summa kon-summa summa-kon summa-over-lan summa-over-riket motsager-varandra',
    'En siffra är fel, två rader har bytt plats eller olika tabeller har räknat olika.',
    'Räkna igen mot källan. Räknar källan själv så: säg det i en not eller under dubbelrakning.',
  ],
  [
    'uppgift-okand uppgift-delas-inte uppgift-fel-sort inventering-ar',
    'Mallens ord har ändrats, eller ett tal står i fel kolumn.',
    'Börja från mallen, och fyll bara i kolumnen Värde.',
  ],
  [
    'inventering-summa inventering-del inventering-skillnad inventering-fler inventering-dubbel',
    'Delarna är inte räknade på samma sätt som det hela, eller samma inventering ligger i två filer.',
    'Räkna igen. Det som inte är känt lämnas tomt.',
  ],
  [
    'formular-dubbel formular-okand',
    'En kod i referens/inventering.json är felskriven eller står två gånger.',
    'Rätta koden.',
  ],
  [
    'program-ar program-exempel program-okant-id program-mal-utan-indikator',
    'Programmets tabeller hör ihop genom sina id. Något id är felskrivet, eller en rad saknas.',
    'Rätta id, eller lägg till raden.',
  ],
  [
    'json-syntax json-nyckel-dubbel json-djup',
    'Ett kommatecken, ett citattecken eller en parentes är fel. Också ordbehandlare byter raka citattecken mot böjda.',
    'Rätta på raden eller strax före. En editor som kan JSON visar stället.',
  ],
  [
    'json-nyckel-saknas json-nyckel-okand json-typ json-varde json-format json-storlek',
    'En uppgift saknas, är felskriven eller av fel slag.',
    'Se nyckeln i data/README.md. Skriver du "$schema" först hjälper editorn till.',
  ],
  [
    'brott-dubbelt brott-utan-ar',
    'Ett brott står vid ett år som serien inte har, eller två gånger.',
    'Brottets år är det första i den nya serien.',
  ],
  [
    'exempel-anteckning exempel-blandat utgivare-exempel',
    'Exempeldata ersattes med verkliga svar, men något av det påhittade blev kvar.',
    'Byt ut hela året, ta bort anteckningen och skriv vem som publicerar.',
  ],
  [
    'utgava-dubbel utgava-stad',
    'Två utgåvor har samma år, eller en stad står bland dem som svarar genom stadsdelar utan att ha några.',
    'Ta bort den ena, eller rätta stadsdelsstader.',
  ],
  [
    'text-namn text-huvud text-rubrik text-lank text-html text-varde',
    'Texten är skriven för ett annat program, eller inklistrad från en webbsida.',
    'Skriv Markdown med ett huvud överst, som de andra texterna.',
  ],
  [
    'publicerat-skiljer publicerat-skiljer-ungefar',
    'Svaren ger en annan andel för riket än den som är publicerad: en rad är fel, eller så räknar den publicerade siffran något annat.',
    'Kontrollera svaren, och att siffrans bas, svar och grupp stämmer.',
  ],
  [
    'enkat-kommuner-saknas enkat-stadsdelar-saknas register-kommuner-saknas',
    'Rader försvann när filen filtrerades eller sorterades, eller så lämnades de som inte svarade ut.',
    'Lägg till raderna. Den som inte svarade har - i varje cell.',
  ],
  [
    'kommun-lika-lan kommun-kanske-lika-lan kommun-troligen-lan',
    'Länets tal hamnade på en kommun med samma namn, till exempel Stockholm eller Uppsala.',
    'Skriv kommunens eget värde, eller uppgift-saknas.',
  ],
  [
    'skala-hopp skala-avviker andel-som-kvot folkmangd-orimlig',
    'Hela kolumnen har fel enhet eller decimaltecken, eller en rad har glidit.',
    'Jämför med året före och med grannarna. Stämmer talet behöver inget göras.',
  ],
  [
    'rattelse-okand',
    'Rättelsen pekar på en inventering, en omgång eller en indikator som inte finns.',
    'Skriv kod, år eller id som de står i data.',
  ],
  [
    'version-andrad version-sankt rattelse-saknas',
    'Något som redan är publicerat ändrades utan en ny version.',
    'Höj versionen i publicering.json, och skriv en rättelse som säger vad som var fel.',
  ],
  [
    'redan-i-version',
    'En tidigare version visar ett antal som nu skyddas.',
    'Ta bort det med npm run versions -- --clean.',
  ],
  [
    'kan-inte-skyddas',
    'Så mycket är redan publicerat att det dolda går att räkna ut.',
    'Ta bort en indelning, eller skriv vad som är redanPublicerat.',
  ],
  [
    'dolt-tal-i-not dolt-tal-i-text',
    'En not eller text säger talet som raden döljer.',
    'Skriv om texten utan talet.',
  ],
  [
    'belopp-utan-vilkas',
    'Ett belopp i ett program kan vara vad en eller ett par personer har fått.',
    'Skriv i vilkas vad som räknar människorna. Är beloppet ingens behöver inget göras.',
  ],
  [
    'samband-funnet samband-okand',
    'Verktyget ser att vissa antal alltid summerar till ett annat. Det ser läsaren också.',
    'Skriv sambandet i samband.json.',
  ],
  [
    'kalla-okand kalla-dubbel',
    'Källan till en siffra står inte i källförteckningen, eller står där två gånger.',
    'Lägg till källan i referens/kallforteckning.json, eller rätta namnet.',
  ],
  [
    'amne-dubbelt amne-indikator',
    'Ett ämne på startsidan pekar på något som har bytt namn eller tagits bort, eller står två gånger.',
    'Rätta id i amnen.json, eller ta bort ämnet.',
  ],
];
