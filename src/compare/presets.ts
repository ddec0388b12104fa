import { sortedByName } from '../text/collate.ts';
import type { CompareData, CompareIndicator } from './data.ts';

/** A group that can be added at once: a län, a kommungrupp, or those around the first chosen kommun. */
export type GroupChoice = `lan:${string}` | `grupp:${string}` | 'liknande' | 'grannar';

/**
 * The kommuner of a choice, in the order of the list.
 * @param choice a value of the page's list of groups; empty when nothing is chosen there
 * @param first the first chosen kommun, which `liknande` and `grannar` go out from
 * @returns kommunkoder, or words when there is no such group
 */
export function kommunerIn(
  data: Pick<CompareData, 'kommuner' | 'liknande' | 'grannar'>,
  choice: GroupChoice | (string & {}),
  first: string | undefined,
): readonly string[] | string {
  const [kind, kod] = choice.split(':');
  if (kind === 'lan') return data.kommuner.filter((k) => k.lan === kod).map((k) => k.kod);
  if (kind === 'grupp') return data.kommuner.filter((k) => k.grupp === kod).map((k) => k.kod);
  if (kind !== 'liknande' && kind !== 'grannar') return 'Välj först en grupp i listan.';
  if (first === undefined) return 'Välj först en kommun att utgå från.';
  return data[kind][first] ?? [];
}

/** A group by its name and its kommuner. */
export type NamedGroup = { readonly namn: string; readonly koder: readonly string[] };

/**
 * The second group of a comparison.
 * @param mot `lan:14`, `grupp:A1`, or kommunkoder with commas
 * @returns null when it names no kommun that there is
 */
export function againstOf(
  data: Pick<CompareData, 'kommuner' | 'lan' | 'grupper'>,
  mot: string,
): NamedGroup | null {
  const [kind, kod = ''] = mot.split(':');
  const of = (namn: string | undefined, koder: readonly string[]) =>
    namn === undefined || koder.length === 0 ? null : { namn, koder };
  if (kind === 'lan')
    return of(
      data.lan.find((l) => l.kod === kod)?.namn,
      data.kommuner.filter((k) => k.lan === kod).map((k) => k.kod),
    );
  if (kind === 'grupp')
    return of(
      data.grupper.find((g) => g.kod === kod)?.namn,
      data.kommuner.filter((k) => k.grupp === kod).map((k) => k.kod),
    );
  const asked = mot.split(',');
  const known = new Set(data.kommuner.map((k) => k.kod));
  return of('Den andra gruppen', asked.every((k) => known.has(k)) ? asked : []);
}

/** The areas with what can be compared in each; an area without anything is left out. */
export const comparedAreas = ({
  omraden,
  indikatorer,
}: Pick<CompareData, 'omraden' | 'indikatorer'>): readonly (CompareData['omraden'][number] & {
  readonly indikatorer: readonly CompareIndicator[];
})[] =>
  omraden
    .map((o) => ({ ...o, indikatorer: indikatorer.filter((i) => i.omrade === o.slug) }))
    .filter((o) => o.indikatorer.length > 0);

/** True when some of what can be compared is made up. */
export const comparesExamples = ({ indikatorer }: Pick<CompareData, 'indikatorer'>): boolean =>
  indikatorer.some((i) => i.utgavor.some((u) => u.exempel));

/** The codes of kommuner, in the order of their names. */
export const codesByName = (
  kommuner: readonly { readonly kod: string; readonly namn: string }[],
): readonly string[] => sortedByName(kommuner).map((k) => k.kod);
