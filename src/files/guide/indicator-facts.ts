import { answerWords } from '../../charts/from/common.ts';
import { comparabilityNotes, type Indicator } from '../../model/indicator.ts';
import { answerLabel } from '../../text/answers.ts';
import { listOf } from '../../text/lists.ts';
import { polaritySentence } from '../../text/sentences/rank.ts';

/** A name and what stands beside it. */
export type Fact = { readonly namn: string; readonly text: string };

/** Everything that the schema says of an indicator, in the order that it is read: the guide's page and its PDF. */
export function indicatorFacts(indicator: Indicator): readonly Fact[] {
  const answers = answerWords(indicator).map((a) => `”${answerLabel(indicator, a)}”`);
  const rows: readonly (readonly [string, string | null])[] = [
    ['Fråga', indicator.fraga],
    ['Svar', answers.length > 0 ? listOf(answers, 'eller') : `Tal (${indicator.enhet})`],
    ['Definition', indicator.definition],
    ['Täljare', indicator.taljare],
    ['Nämnare', indicator.namnare],
    ['Varför', indicator.varfor],
    ['Läsning', `${indicator.tolkning} ${polaritySentence(indicator.polaritet)}`],
    ['År', indicator.ar.length > 0 ? listOf(indicator.ar.map(String)) : 'Året är inte känt.'],
    [
      'Jämförbarhet',
      [...indicator.brott.map((b) => b.orsak), ...comparabilityNotes(indicator)].join(' ').trim() || null,
    ],
    ['Källa', indicator.kalla],
  ];
  return rows.flatMap(([namn, text]) => (text === null ? [] : [{ namn, text }]));
}
