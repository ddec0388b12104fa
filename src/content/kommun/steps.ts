import type { Omrade } from '../../model/edition.ts';
import type { Kommun } from '../../model/kommun.ts';
import { lacks, type Profile, standsOut } from '../../statistics/profile.ts';
import { cappedList, listOf } from '../../text/lists.ts';

/** One of the four steps of local analysis, filled in with a place's own results. */
export type Step = { readonly rubrik: string; readonly text: string };

/**
 * The four steps (read, compare, understand, decide) for a kommun in an area.
 * @param ahead names of kommuner like it that have come further, most first
 */
export function fourSteps(
  profile: Profile,
  kommun: Kommun,
  omrade: Omrade,
  ahead: readonly string[],
): readonly Step[] {
  const lacking = standsOut(profile)
    .filter((o) => o.kind === 'vanlig-brist')
    .map((o) => o.item.indicator.kortnamn);
  const notYet = profile.items
    .filter((i) => lacks(i) && i.standing === 'inte-an')
    .map((i) => i.indicator.kortnamn);
  const { gor, delvis, 'inte-an': inte } = profile.tally;
  const counts = listOf([
    `ja på ${gor} av ${profile.items.length} frågor om ${omrade.om}`,
    ...(delvis === 0 ? [] : [`delvis på ${delvis}`]),
    ...(inte === 0 ? [] : [`nej på ${inte}`]),
  ]);
  return [
    {
      rubrik: 'Läs',
      text: `${kommun.namn} svarade ${profile.ar} ${counts}. Stämmer svaren med hur ni arbetar i dag?`,
    },
    {
      rubrik: 'Jämför',
      text:
        lacking.length > 0
          ? `De flesta andra gör det här redan: ${cappedList(lacking, 3)}.`
          : 'Det finns inget som de flesta gör och som ni svarar nej på.',
    },
    {
      rubrik: 'Förstå',
      text: `${ahead.length > 0 ? `Fråga ${listOf(ahead)} hur de har gjort.` : 'Fråga kommuner som liknar er hur de arbetar.'} Vad betyder skillnaden för dem som behöver stöd?`,
    },
    {
      rubrik: 'Bestäm',
      text: `${notYet.length > 0 ? `Välj något av det ni inte gör än: ${cappedList(notYet, 2)}.` : 'Bestäm vad ni vill behålla och vad som kan bli bättre.'} Skriv ned vem som ansvarar och när ni följer upp.`,
    },
  ];
}
