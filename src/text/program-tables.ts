import type { ProgramTable } from '../model/program-tables.ts';

/** What each table of a programme holds, for who fills it in. */
export const PROGRAM_TABLE_WORDS: Readonly<Record<ProgramTable, string>> = {
  'mal.csv':
    'Målen. Ett kan vara övergripande (ja), och ett delmål säger i del_av vilket mål det är en del av.',
  'indikatorer.csv':
    'Vad varje mål följs upp med: basår, värde, önskad riktning (minska eller oka) och källa. Står en indikators id på webbplatsen i foljs_av kommer senare värden in av sig själva. Kronor och dygn säger i vilkas vad som räknar människorna de gäller, och visas bara där de visas.',
  'utfall.csv': 'Senare värden, om de går att jämföra med basåret (ja, nej eller oklart), och varför.',
  'strategier.csv': 'Vägarna till målen.',
  'arbetssatt.csv': 'Sätten att arbeta i varje strategi, också de som inte har någon egen åtgärd.',
  'atgarder.csv':
    'Det som ska göras: vem som leder och vem som medverkar. Flera skrivs med lodstreck emellan. År och budget (kronor) får utelämnas.',
  'lage.csv':
    'Valfri. Läget för en åtgärd en viss dag: planerad, pagar, lopande, forsenad, pausad, klar eller avbruten. Tillsammans blir raderna åtgärdens historia.',
  'utgangspunkter.csv': 'Valfri. Det som programmet bygger på.',
  'principer.csv': 'Valfri. Principer som ska vägleda arbetet, i grupper.',
  'ansvar.csv': 'Valfri. Vem som hjälper vem, och efter vilken regel.',
  'fakta.csv': 'Valfri. Fakta om ett arbetssätt.',
  'dokument.csv': 'Valfri. Dokument som styr.',
  'kunskap.csv': 'Valfri. Det som ingen vet än.',
  'uppfoljning.csv': 'Valfri. När programmet följs upp, hur och av vem.',
};
