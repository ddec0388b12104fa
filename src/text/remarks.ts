import type { Observation } from '../model/observation.ts';
import { capitalise } from './numbers.ts';

const sentence = (text: string): string => `${capitalise(text.trim()).replace(/[.!?]$/, '')}.`;

/**
 * What stands beside a single figure: the remark on its row, and its own source when it is not the indicator's.
 * Null when there is neither.
 */
export function remarkOf(o: Pick<Observation, 'kalla' | 'not'> | undefined): string | null {
  if (!o) return null;
  const said = [
    ...(o.not === null ? [] : [sentence(o.not)]),
    ...(o.kalla === null ? [] : [`Källa: ${o.kalla.replace(/\.$/, '')}.`]),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** A remark where it stands apart from its figure: `Olofström 2022: Skattad med 2021 års uppgifter.` */
export const remarkAbout = (what: string, remark: string): string =>
  remark.startsWith('Källa: ') ? `${what}. ${remark}` : `${what}: ${remark}`;
