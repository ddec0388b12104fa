import type { Inventering, InventeringRad } from '../../model/inventering.ts';
import type { Report } from '../../model/rulebook.ts';
import type { BmeAnswer } from './read.ts';
import type { BmeRule } from './rules.ts';

const isWhole = (rad: InventeringRad) => rad.kon === 'T' && rad.alder === 'alla';

/**
 * An inventory with the answers of the housing-market survey where it has none of its own. Where it says something else,
 * what it says stands, and the difference is reported at its place in the inventory.
 * @param file the survey's file, which the new rows come from
 * @returns the whole inventory, and the rows that were added
 */
export function withBmeAnswers(
  inventering: Inventering,
  answers: readonly BmeAnswer[],
  file: string,
  report: Report<BmeRule>,
): { readonly inventering: Inventering; readonly added: readonly InventeringRad[] } {
  const added = answers.flatMap((answer): readonly InventeringRad[] => {
    if (answer.kod !== inventering.kod || answer.ar !== inventering.ar) return [];
    const { uppgift, varde, rad } = answer;
    const own = inventering.rader.find((r) => r.uppgift === uppgift && isWhole(r));
    if (own === undefined)
      return [
        { uppgift, kon: 'T', alder: 'alla', varde, skyddad: false, text: null, ursprung: { fil: file, rad } },
      ];
    if (own.varde !== varde)
      report(
        'bme-skillnad',
        { file: own.ursprung.fil, row: own.ursprung.rad, column: 'varde', value: String(own.varde) },
        `${inventering.namn} ${inventering.ar}: här står ${own.varde}, men i ${file}, rad ${rad}, har kommunen svarat ${varde}.`,
        'Det som står här gäller. Töm värdet om enkätens fil ska gälla.',
      );
    return [];
  });
  return { inventering: { ...inventering, rader: [...inventering.rader, ...added] }, added };
}
