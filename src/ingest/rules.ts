import type { Report, Rulebook } from '../model/rulebook.ts';

const error = (rule: string) => ({ severity: 'error', rule }) as const;
const warning = (rule: string) => ({ severity: 'warning', rule }) as const;

/** Every finding that reading a data folder can give: its code, how grave it is, and the rule in Swedish. */
export const INGEST_RULES = {
  // The folder
  'fil-saknas': error('Datamappen ska innehålla alla filer som webbplatsen byggs av.'),
  'fil-okand': warning('Varje fil i datamappen ska ha ett namn och en plats som verktyget känner igen.'),
  'fil-felnamn': error('En fil som ska läsas måste heta och ligga så att verktyget hittar den.'),
  'fil-namn': warning('Filnamn ska skrivas med små bokstäver, och indikatorers id med stora.'),
  'omrade-saknas': error('Datamappen ska innehålla minst ett område under omraden/.'),
  'amne-dubbelt': error('Varje ämne ska ha en egen slug.'),
  'amne-indikator': error('Ett ämne får bara visa indikatorer som finns.'),
  'kalla-dubbel': error('Varje källa i källförteckningen ska ha ett eget id och ett eget namn.'),
  'kalla-okand': error('En siffras källa ska finnas i källförteckningen, när det finns en.'),
  'kalender-dubbel': error('Varje händelse i kalendern ska ha ett eget id.'),
  'kalender-omrade': error('En händelse i kalendern ska gälla ett område som finns, eller alla.'),
  'samband-okand': error('Ett samband ska gälla något som räknas i datamappen.'),
  'inlasning-utan-fil': error('En fil om en inläsning ska höra till filen med siffrorna bredvid.'),
  'enkat-saknas': error('Varje utgåva i omrade.json ska ha en fil med svar.'),
  'enkat-utan-utgava': error('En fil med enkätsvar ska höra till en utgåva i omrade.json.'),
  'enkat-utan-fragor': error('Ett år med enkätsvar ska ha minst en fråga i indikatorer.json.'),
  'register-utan-indikator': error('En registerfil ska heta som en indikator i samma område.'),
  'register-saknas': warning('En registerindikator bör ha en fil med värden eller en publicerad siffra.'),

  'ordlista-saknas': warning('En användarguide bör ha en ordlista.'),

  // Bytes and characters
  'kodning-utf16': error('Filer ska vara sparade som UTF-8.'),
  'kodning-ej-utf8': error('Filer ska vara sparade som UTF-8.'),
  'kodning-nolltecken': error('En textfil får inte innehålla nolltecken.'),
  'kodning-dubbel': error('Å, ä och ö ska stå som å, ä och ö.'),
  'kodning-forstord': error('Tecken får inte ha gått förlorade när filen sparades.'),
  'tecken-styr': error('En text får inte innehålla styrtecken.'),
  'fil-ar-excel': error('Tabeller ska vara sparade som CSV, inte som Excelbok.'),
  'fil-konflikt': error('En fil får inte ha kvar märken efter versioner som inte har slagits ihop.'),
  'fil-stor': error('En fil får inte vara större än vad verktyget kan läsa.'),
  'mapp-stor': error('Datamappen får inte vara större än vad verktyget kan läsa.'),
  'rubrik-for-manga': error('En rubrik får inte ha fler kolumner än vad verktyget kan läsa.'),
  'cell-lang': error('En cell får inte vara längre än vad verktyget kan läsa.'),
  'fil-ar-html': error('En datafil får inte vara en webbsida.'),
  'fil-tom': error('En fil får inte vara tom.'),
  'fil-utan-rader': error('En tabell ska ha minst en rad under rubriken.'),

  // The form of a CSV file
  'skiljetecken-okant': error('Kolumner skiljs åt med semikolon eller komma.'),
  'skiljetecken-blandade': error('En fil använder antingen semikolon eller komma, inte båda.'),
  'citattecken-oppet': error('Ett citattecken som inleder en cell ska också avsluta den.'),
  'citattecken-fel': error('Efter ett avslutande citattecken ska nästa cell eller rad börja.'),
  'citattecken-i-cell': warning(
    'En cell med citattecken i ska stå inom citattecken, och tecknet i den dubbleras.',
  ),
  'rad-tom': warning('En tabell ska inte ha tomma rader mellan rader med data.'),
  'rad-for-fa-falt': error('Varje rad ska ha lika många fält som rubriken.'),
  'rad-for-manga-falt': error('Varje rad ska ha lika många fält som rubriken.'),

  // The header
  'rubrik-sep-rad': error('Första raden ska vara rubriken.'),
  'rubrik-inte-forst': error('Filen ska börja med rubriken.'),
  'rubrik-blanksteg': error('En rubrik ska stå utan blanksteg före eller efter.'),
  'rubrik-skiftlage': error('En rubrik ska ha rätt stora och små bokstäver.'),
  'rubrik-okand': error('Varje kolumn ska ha en rubrik som hör till filen.'),
  'rubrik-tom': error('Varje kolumn ska ha en rubrik.'),
  'rubrik-dubbel': error('En kolumn får bara finnas en gång.'),
  'rubrik-saknas': error('Filen ska ha alla sina kolumner.'),
  'rubrik-ordning': error('Kolumnerna ska stå i rätt ordning.'),

  // Cells of any kind
  'cell-formel': error(
    'Text får inte börja med =, +, -, @, tabb eller radslut, för då kan Excel köra den som formel.',
  ),
  'cell-blanksteg': warning('En cell ska stå utan blanksteg före eller efter.'),
  'tecken-osynligt': warning('En cell ska inte ha tecken som inte syns.'),
  'cell-tom': error('Cellen ska ha ett värde eller ett tecken för varför det saknas.'),
  'cell-ogiltig': error('Cellen ska ha ett värde som kolumnen tillåter.'),
  'cell-datum': error('Ett kalkylprogram får inte ha gjort om ett värde till ett datum.'),
  dubblett: error('Samma sak får bara stå på en rad.'),

  // Codes and names
  'kommunkod-okand': error('En kod ska finnas i referensdata.'),
  'kommunkod-tappad-nolla': error(
    'En kommunkod har fyra siffror och en länskod två, även när de börjar med noll.',
  ),
  'kommunkod-nedlagd': error('En kommunkod ska gälla i dag.'),
  'kommunnamn-annan-kod': error('Kommunens namn ska höra till kommunkoden.'),
  'kommunnamn-fel': error('Kommunens namn ska vara det som hör till kommunkoden.'),
  'stadsdel-okand': error('En stadsdel ska finnas i referens/stadsdelar.csv.'),
  'stadsdel-annan-stad': error('En stadsdel ska höra till kommunen på samma rad.'),
  'stadsdel-ej-giltig': error('En stadsdel ska finnas på utgåvans referensdatum.'),
  'stadsdel-ej-med': error('Stadsdelar svarar bara i de städer som utgåvan anger.'),
  'stad-med-svar': error('En stad vars stadsdelar svarar har tecknet . på sin egen rad.'),

  // Answers, numbers, years
  'svar-ogiltigt': error('Ett svar ska vara ett av dem som frågan tillåter.'),
  'tal-ogiltigt': error('Ett tal skrivs med siffror, och med komma eller punkt före decimalerna.'),
  'tal-mellanslag': warning('Ett tal ska skrivas utan mellanrum mellan siffrorna.'),
  'tal-tvetydigt': error('Ett tal ska bara gå att läsa på ett sätt.'),
  'tal-minustecken': warning('Ett negativt tal skrivs med bindestreck.'),
  'tal-med-enhet': error('Ett tal skrivs utan procenttecken eller enhet.'),
  'tal-exponent': error('Ett tal skrivs utan exponent.'),
  'tal-utanfor': error('Ett tal ska ligga inom indikatorns gränser.'),
  'tal-ej-heltal': error('Ett antal är ett heltal.'),
  'ar-ogiltigt': error('Ett år ska vara ett av dem som indikatorn gäller.'),
  'kon-ogiltigt': error('Kön är T (alla), K (kvinnor) eller M (män).'),
  'saknas-tvetydigt': error('Ett streck i ett register kan betyda noll eller att uppgift saknas.'),
  'saknas-orimligt': error(
    'Skälet till att ett värde saknas ska kunna gälla det slags källa som siffran kommer ur.',
  ),
  'saknas-ogiltigt': error('Skälet till att ett värde saknas ska vara ett av dem som finns.'),
  'varde-och-saknas': error('En rad har antingen ett värde eller ett skäl till att det saknas.'),
  'indikator-okand': error('En indikator ska finnas i indikatorer.json.'),

  // Reference data
  'referens-okand-kod': error('En kod i referensdata ska peka på något som finns.'),
  'referens-kod-i-bruk': error('En kod som har utgått får inte vara i bruk.'),
  'stadsdel-overlappar': error('En stadsdel får inte finnas två gånger på samma dag.'),
  'referens-lanskod': error('En kommunkod börjar med länets kod.'),
  'referens-ruta-saknas': error('Varje kommun och varje län ska ha en ruta på kartan.'),
  'referens-efterfoljare': error('En kommun som har upphört ska säga när, och vad den blev.'),
  'referens-datum': error('Ett datum skrivs som 2024-12-31, och slutet kommer efter början.'),

  'personskydd-saknas': warning('För antal ska det stå hur de skyddas, eller varför de inte behöver det.'),

  // Kartläggningar
  'kartlaggning-slug': error('En kartläggnings slug ska vara mappens namn.'),
  'matt-okant': error('Ett mått ska vara ett av de gemensamma, eller stå under matt i kartlaggning.json.'),
  'omgang-okand': error('Ett värde ska höra till en omgång i kartlaggning.json.'),
  'kartlaggning-summa': error('Situationerna och de utan angiven situation ska tillsammans bli totalen.'),
  'indelning-summa': error('Delarna ska tillsammans bli totalen, eller mindre när en del är okänd.'),
  'plats-utanfor': error('En plats ska ingå i det som kartläggningen omfattar.'),
  'klass-okand': error('En klass ska stå under indelningar i kartlaggning.json.'),
  'kon-summa': error('Kvinnor och män får tillsammans inte bli något annat än totalen.'),

  // Inventeringar
  'uppgift-okand': error('En uppgift ska vara en av dem som mallen har.'),
  'uppgift-delas-inte': error('Bara personer räknas efter kön och ålder.'),
  'uppgift-fel-sort': error('En siffra ska stå i kolumnen varde och fri text i kolumnen text.'),
  'inventering-ar': error('Ett år ska skrivas med fyra siffror.'),
  'inventering-dubbel': error('En kommuns inventering för ett år ska ligga i en enda fil.'),
  'inventering-summa': error(
    'Kön och åldrar ska tillsammans bli alla, eller mindre när en del inte är räknad.',
  ),
  'inventering-del': error('En del kan inte vara större än det som den ingår i.'),
  'inventering-skillnad': warning('Två uppgifter om samma sak bör vara lika.'),
  'inventering-fler': warning('En uppgift bör inte vara större än den som formuläret jämför den med.'),
  'formular-dubbel': error('En kod och ett namn får bara stå en gång i formuläret.'),
  'formular-okand': error('En kod i formuläret ska peka på något som formuläret har.'),

  // Program
  'program-slug': error('Ett programs slug ska vara mappens namn.'),
  'program-ar': error('Åren i ett program ska följa på varandra.'),
  'program-exempel': error(
    'Ett påhittat program och en påhittad kartläggning ska höra till den påhittade kommunen, och inget annat.',
  ),
  'program-okant-id': error('Ett id ska finnas i den fil som det hänvisar till.'),
  'program-mal-utan-indikator': error('Varje mål ska följas av minst en indikator.'),

  // JSON files
  'json-syntax': error('Filen ska vara giltig JSON.'),
  'json-nyckel-dubbel': error('En uppgift får bara stå en gång på varje ställe.'),
  'json-djup': error('En fil får inte ha fler nivåer än vad verktyget kan läsa.'),
  'json-nyckel-saknas': error('Filen ska ha alla uppgifter som behövs.'),
  'json-nyckel-okand': error('Filen får bara ha uppgifter som verktyget känner till.'),
  'json-typ': error('En uppgift ska vara av rätt slag.'),
  'json-varde': error('En uppgift ska vara ett av de värden som finns.'),
  'json-format': error('En uppgift ska vara skriven på rätt sätt.'),
  'json-storlek': error('En uppgift ska ha rätt längd eller storlek.'),
  'omrade-slug': error('Ett områdes slug ska vara mappens namn.'),
  'brott-dubbelt': error('Ett brott får bara stå en gång för varje år.'),
  'brott-utan-ar': warning('Ett brott ska vara det första året i en ny serie, och det året ska finnas.'),
  'exempel-anteckning': error(
    'En utgåva med verkliga svar får inte ha kvar anteckningen att de är påhittade.',
  ),
  'utgivare-exempel': warning('Den som publicerar ska stå i publicering.json.'),
  'rattelse-okand': error('En rättelse ska gälla något som finns.'),
  'utgava-dubbel': error('Ett område har högst en utgåva per år.'),
  'utgava-stad': error('En stad där stadsdelar svarar ska ha stadsdelar på referensdatumet.'),
  'indikator-dubbel': error('Ett id och en slug får bara användas av en indikator.'),
  'indikator-samma-som': error('En delad indikator ska vara definierad i ett annat område.'),
  'indikator-kategorier': error('Svarstyp och kategorier ska höra ihop.'),
  'indikator-svarstexter': error('Svarstexter ska höra till svar som finns.'),
  'text-namn': error('En text ska ligga i rätt mapp, och namnet ska börja med två siffror.'),
  'text-huvud': error('En text ska börja med titel, kortnamn och ingress mellan två rader med ---.'),
  'text-rubrik': error('Rubriker i en text börjar på andra nivån (##).'),
  'text-lank': error(
    'En länk i en text går till en webbadress, en e-postadress eller en sida på webbplatsen; bilder från andra visas inte.',
  ),
  'text-html': error('Texter skrivs med Markdown, utan HTML.'),
  'text-varde': error('Ett värde i en text ska vara ett av dem som verktyget räknar fram.'),
  'indikator-vilkas': error('Kronor och dygn ska höra till en indikator som räknar de personer de gäller.'),
  'bidrag-ogiltigt': error('De som står bakom ett belopp skrivs som ett antal, och deras andelar i procent.'),
  'indikator-granser': error('Det minsta tillåtna talet får inte vara större än det största.'),
} as const satisfies Rulebook<string>;

export type Code = keyof typeof INGEST_RULES;
export type IngestReport = Report<Code>;
