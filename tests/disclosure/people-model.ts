import fc from 'fast-check';
import type { Highs } from 'highs';
import { range } from './outsider.ts';

/**
 * A model of its own, of people and not of counts: who is there decides every figure, and readers think in people too.
 * What is published and what somebody knows of herself leave some populations possible, and what is the same in all of
 * them is found out. Shares nothing with what protects.
 */
export type Person = { readonly kinds: readonly string[]; readonly kon: 'K' | 'M' };

/** The acute solutions that are asked for, some of all; `stad` is a part of `skyddat`. */
export const KINDS = ['harbarge', 'hotell', 'skyddat'] as const;
export const PART = 'skyddat-stadigvarande';
export const WHOLE = 'akut-alla';
const FIGURES = [WHOLE, ...KINDS, PART] as const;
const SEXES = ['T', 'K', 'M'] as const;
type Sex = (typeof SEXES)[number];

/** What people of one make have in common. */
type Make = Person;
const isIn = (make: Make, figure: string, kon: Sex): boolean =>
  (kon === 'T' || make.kon === kon) && (figure === WHOLE || make.kinds.includes(figure));

/** People, and which figures have rows. */
export type Population = {
  readonly people: readonly Person[];
  readonly rows: readonly (readonly [figure: string, kon: Sex])[];
};

const person = fc
  .tuple(fc.integer({ min: 0, max: 19 }), fc.constantFrom(...KINDS), fc.boolean(), fc.constantFrom('K', 'M'))
  .map(([odd, kind, stad, kon]): Person => {
    const kinds: string[] = odd === 0 ? [] : [kind];
    if (odd === 1) kinds.push(...KINDS.filter((k) => k !== kind).slice(0, 1));
    if (kinds.includes('skyddat') && stad) kinds.push(PART);
    return { kinds, kon };
  });

/** One large kind, and a few people in the others: that is where somebody is alone. */
export const population: fc.Arbitrary<Population> = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.integer({ min: 0, max: 25 }),
    fc.integer({ min: 0, max: 25 }),
    fc.array(person, { maxLength: 6 }),
    fc.integer({ min: 0, max: 2 }),
    fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([large, women, men, few, sexes, fates]): Population => {
    const many = (n: number, kon: 'K' | 'M') => Array.from({ length: n }, () => ({ kinds: [large], kon }));
    const asked = FIGURES.flatMap((f) =>
      SEXES.filter((kon) => kon === 'T' || sexes > 0).map((kon) => [f, kon] as const),
    );
    return {
      people: [...many(women, 'K'), ...many(men, 'M'), ...few],
      rows: asked.filter((_, i) => fates[i] !== 0),
    };
  });

export const countOf = ({ people }: Population, figure: string, kon: Sex): number =>
  people.filter((p) => isIn(p, figure, kon)).length;

/** Everybody there could be. Where the kinds add up to all readers take it that nobody is of two. */
function makes(population: Population): readonly Make[] {
  const inRows = KINDS.filter((k) => population.rows.some(([f, kon]) => f === k && kon === 'T'));
  const apart =
    population.rows.some(([f, kon]) => f === WHOLE && kon === 'T') &&
    inRows.length > 1 &&
    inRows.reduce((sum, k) => sum + countOf(population, k, 'T'), 0) === countOf(population, WHOLE, 'T');
  const choices = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => KINDS.filter((_, i) => bits & (1 << i)));
  const possible = choices.filter((kinds) => {
    const shown = kinds.filter((k) => inRows.includes(k));
    return !apart || shown.length === 1;
  });
  return possible
    .flatMap((kinds) => (kinds.includes('skyddat') ? [kinds, [...kinds, PART]] : [kinds]))
    .flatMap((kinds) => (['K', 'M'] as const).map((kon): Make => ({ kinds, kon })));
}

const sameMake = (a: Make, b: Make) =>
  a.kon === b.kon && a.kinds.length === b.kinds.length && a.kinds.every((k) => b.kinds.includes(k));

/** Somebody who finds out how many others there are in a small figure that is not shown. */
export type FoundOut = { readonly who: string; readonly figure: string; readonly others: number };

/**
 * @param shown what is published of a row; null where it is hidden
 * @returns everything that somebody who is alone in a figure finds out about others, and outsiders do not
 */
export function foundOutByPeople(
  highs: Highs,
  population: Population,
  shown: (figure: string, kon: Sex) => number | null,
): readonly FoundOut[] {
  const all = makes(population);
  const cells = FIGURES.flatMap((f) => SEXES.map((kon) => [f, kon] as const));
  const sum = (list: readonly (readonly [Make, number])[]) => list.map(([, i]) => `n${i}`).join(' + ');
  const inCell = (figure: string, kon: Sex) =>
    all.flatMap((make, i) => (isIn(make, figure, kon) ? [[make, i] as const] : []));
  const published = population.rows.flatMap(([f, kon]) => {
    const value = shown(f, kon);
    return value === null ? [] : [`${sum(inCell(f, kon)) || '0 n0'} = ${value}`];
  });
  const differences = cells.flatMap(([f, kon]) =>
    cells.flatMap(([g, other]) => (f !== g && kon === other ? [[f, g, kon] as const] : [])),
  );
  const asked = [
    ...cells.map(([f, kon]) => ({ name: `${f} ${kon}`, of: inCell(f, kon) })),
    ...differences.map(([f, g, kon]) => ({
      name: `${f} utom ${g} ${kon}`,
      of: inCell(f, kon).filter(([make]) => !isIn(make, g, kon)),
    })),
  ];
  const trueCount = (of: (typeof asked)[number]['of']) =>
    population.people.filter((p) => of.some(([make]) => sameMake(make, p))).length;
  const determined = (of: (typeof asked)[number]['of'], known: readonly string[]) => {
    const ends = range(highs, { shown: {}, known: [...published, ...known, `x = ${sum(of)}`] }, 'x');
    return ends !== null && ends[0] === ends[1];
  };
  const open = asked.filter(({ of }) => {
    const n = trueCount(of);
    return of.length > 0 && n > 0 && n < 5 && !determined(of, []);
  });
  if (open.length === 0) return [];
  const alone = population.rows.filter(([f, kon]) => countOf(population, f, kon) === 1);
  return alone.flatMap(([f, kon]) => {
    const me = population.people.find((p) => isIn(p, f, kon));
    const own = all.findIndex((make) => me !== undefined && sameMake(make, me));
    if (me === undefined || own < 0) return [];
    const known = [`${sum(inCell(f, kon))} = 1`, `n${own} >= 1`];
    const mine = new Set(inCell(f, kon).map(([, i]) => i));
    // What is left of a shown figure without herself nobody keeps from her.
    const shownSets = population.rows.flatMap(([g, sex]) =>
      shown(g, sex) === null ? [] : [inCell(g, sex).map(([, i]) => i)],
    );
    const isRestOfShown = (of: (typeof asked)[number]['of']) =>
      shownSets.some((all) => {
        const rest = all.filter((i) => !mine.has(i));
        return rest.length === of.length && of.every(([, i]) => rest.includes(i));
      });
    return open.flatMap(({ name, of }): readonly FoundOut[] => {
      if (isRestOfShown(of)) return [];
      const others = trueCount(of) - (of.some(([make]) => sameMake(make, me)) ? 1 : 0);
      return others > 0 && determined(of, known) ? [{ who: `${f} ${kon}`, figure: name, others }] : [];
    });
  });
}
