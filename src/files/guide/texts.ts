/** Short texts of our own, until the publisher has written longer ones. Markdown. */

export const READING = `En indikator är ett mått som visar något om hur kommunen arbetar eller hur läget är. Läs den tillsammans med andra: en enda siffra säger sällan hela sanningen.

Andelen är de som svarar ja (eller alla) av dem som har svarat på frågan. Procenten är avrundad till heltal. Har färre än fem svarat visas antalet i stället, till exempel 2 av 4.

- **Riket** och **länet** visar hur vanligt svaret är.
- **Liknande kommuner** är de som är mest lika i folkmängd och bakgrundsmått. Alla mått väger lika.
- **Bakgrundsmått** beskriver förutsättningar. De mäter inte kommunens arbete.

Ett svar som saknas är aldrig ett nej. Skälet står alltid där siffran skulle ha stått.

Jämför bara år som hör ihop. Där ett sätt att mäta har ändrats är serien bruten, och då räknar vi ingen förändring över brottet.`;

export const STEPS = `Resultaten är en början. Gå igenom dem i fyra steg, gärna tillsammans med dem som möter människorna som behöver stöd.

1. **Läs.** Gå igenom svaren. Stämmer de med hur ni arbetar i dag?
2. **Jämför.** Se vad kommuner som liknar er gör. Titta också på länet och riket.
3. **Förstå.** Fråga vad skillnaderna beror på och vad de betyder för den enskilda.
4. **Bestäm.** Välj vad ni vill ändra, vem som ansvarar och när ni följer upp.`;

export const METHOD = `Andelar för län och riket räknas fram ur svaren och jämförs med de siffror som är publicerade. Avrundning görs en gång, från exakta heltal, och alltid uppåt vid en halv.`;

export const GLOSSARY = `- **Bortfall**: den som fick frågan svarade inte.
- **Indikator**: ett mått som visar något om ett område.
- **Kommungrupp**: kommuner som Sveriges Kommuner och Regioner har fört samman efter storlek och läge.
- **Kvalitetsområde**: en sida av god kvalitet, till exempel tillgänglighet.
- **Median**: det mittersta värdet när alla står i ordning.
- **Seriebrott**: ett år då sättet att mäta ändrades, så att siffrorna före och efter inte kan jämföras.
- **Stadsdel**: en del av en stad som svarar på enkäten i stadens ställe.`;
