import type { RuleEntry } from './entry.ts';

const EXCEL_CSV = 'I Excel: Arkiv, Spara som, CSV UTF-8.';

/** The rules about files, their form, their headers and cells of any kind. */
export const FORM_HELP: readonly RuleEntry[] = [
  [
    'fil-saknas',
    'En fil har tagits bort, bytt namn eller aldrig kommit med när mappen kopierades.',
    'Lägg filen på den plats som fyndet säger.',
  ],
  [
    'fil-okand fil-felnamn',
    'Filen heter något annat än det verktyget letar efter: en Excelbok i stället för CSV, en ny mapp, ett stavfel.',
    'Byt till namnet i förslaget, eller flytta bort filen.',
  ],
  [
    'fil-namn',
    'Windows och macOS ser inte skillnad på stora och små bokstäver i filnamn. Det gör en webbserver.',
    'Byt namn till det som fyndet säger.',
  ],
  [
    'omrade-saknas',
    'Mappen omraden/ är tom eller ligger på fel plats.',
    'Lägg till en mapp med omrade.json och indikatorer.json.',
  ],
  [
    'kalender-dubbel kalender-omrade',
    'En händelse kopierades, eller ett område bytte namn.',
    'Ge händelsen ett eget id, och ett område som finns.',
  ],
  [
    'inlasning-utan-fil',
    'Filen med siffrorna togs bort, men inte filen om varifrån de kom.',
    'Ta bort båda, eller lägg tillbaka siffrorna.',
  ],
  [
    'enkat-saknas enkat-utan-utgava enkat-utan-fragor ar-utan-utgava',
    'Ett år lades till på ett ställe men inte på de andra: utgåvan i omrade.json, frågornas ar och filen med svar hör ihop.',
    'Lägg till det som saknas, eller ta bort det som blev över.',
  ],
  [
    'register-utan-indikator register-saknas',
    'Filen heter inte som indikatorn, eller indikatorn har ingen fil än.',
    'Ge filen indikatorns id som namn, eller lägg till indikatorn.',
  ],
  [
    'ordlista-saknas',
    'Guiden finns men inte texter/ordlista.csv.',
    'Lägg till ordlistan. Utan den fungerar allt annat.',
  ],
  [
    'kodning-utf16 kodning-ej-utf8 kodning-dubbel kodning-forstord kodning-nolltecken',
    'Excel sparar vanlig CSV i en äldre teckenkodning. Då blir å, ä och ö fel, eller försvinner om filen öppnas och sparas igen.',
    `Spara om från originalet som UTF-8. ${EXCEL_CSV}`,
  ],
  [
    'tecken-styr tecken-osynligt',
    'Text som klistras in från Word, PDF eller webben har ibland tecken som inte syns: radbyte, mjukt bindestreck, fast mellanslag.',
    'Skriv om texten för hand, eller klistra in den som oformaterad text.',
  ],
  [
    'fil-ar-excel fil-ar-html',
    'En Excelbok eller en webbsida fick namn som slutar på .csv. Det händer när ändelsen ändras, eller när en nedladdning gav en felsida.',
    `Öppna originalet och spara som CSV. ${EXCEL_CSV}`,
  ],
  [
    'fil-konflikt',
    'Två ändrade samma fil, och git kunde inte slå ihop dem.',
    'Välj vilka rader som gäller, och ta bort raderna med <<<<<<<, ======= och >>>>>>>.',
  ],
  [
    'fil-stor',
    'Filen är större än vad verktyget läser.',
    'Dela den i flera, eller ta bort det som inte ska publiceras.',
  ],
  [
    'fil-tom fil-utan-rader',
    'Filen sparades tom, eller bara rubriken kom med.',
    'Fyll i raderna, eller ta bort filen.',
  ],
  [
    'skiljetecken-okant skiljetecken-blandade',
    'Rubriken och raderna har inte samma skiljetecken. Det händer när två filer klistras ihop.',
    'Använd semikolon i hela filen.',
  ],
  [
    'citattecken-oppet citattecken-fel citattecken-i-cell',
    'En text med citattecken skrevs in direkt i filen. Tecknet inleder och avslutar en cell, och allt däremellan läses som en.',
    'Sätt citattecken runt cellen och dubblera dem som står i texten. Excel gör det själv.',
  ],
  [
    'rad-tom rad-for-fa-falt rad-for-manga-falt',
    'En rad har ett skiljetecken för mycket eller för litet. I Excel händer det när en cell längst till höger har haft något i sig.',
    'Jämför raden med rubriken. I Excel: ta bort kolumnerna till höger om den sista, och raderna under den sista.',
  ],
  [
    'rubrik-sep-rad rubrik-inte-forst',
    'Ovanför rubriken står en titel, ett datum, en tom rad eller sep=;.',
    'Ta bort raderna ovanför rubriken.',
  ],
  [
    'rubrik-blanksteg rubrik-skiftlage rubrik-okand rubrik-tom rubrik-dubbel rubrik-saknas rubrik-ordning',
    'En kolumn har bytt namn eller plats, eller lagts till. I Excel räcker det att dra en kolumn eller rätta ett namn.',
    'Skriv rubrikerna som i förslaget. Alla kolumner står i data/README.md.',
  ],
  [
    'cell-formel',
    'En cell börjar med =, +, - eller @. Excel räknar då ut den, och en fil kan få Excel att göra något som läsaren inte vet om.',
    'Skriv det som formeln blir, inte formeln. I Excel: kopiera, klistra in som värden.',
  ],
  [
    'cell-blanksteg',
    'Ett mellanslag följde med när texten klistrades in.',
    'Ta bort det. I Excel gör funktionen RENSA (TRIM) det för en hel kolumn.',
  ],
  [
    'cell-tom cell-ogiltig',
    'Cellen är tom eller har något annat än kolumnen tar emot.',
    'Skriv ett av det som förslaget säger. En lucka behöver alltid ett skäl.',
  ],
  [
    'cell-datum',
    'Excel läser 1-2 eller 3/4 som ett datum och ändrar cellen så fort filen öppnas.',
    'Formatera kolumnen som text innan du skriver eller klistrar in, och skriv värdet igen.',
  ],
  [
    'dubblett',
    'Samma rad klistrades in två gånger, eller två filer slogs ihop.',
    'Ta bort den rad som inte gäller.',
  ],
  [
    'cell-lang rubrik-for-manga mapp-stor',
    'Filen är mycket större än en tabell brukar vara. Ofta är det fel fil, eller ett citattecken som aldrig stängs.',
    'Kontrollera att det är rätt fil, och dela den om den är det.',
  ],
];
