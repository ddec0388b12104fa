import { expect, it } from 'vitest';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { must } from '../../src/model/must.ts';
import { answerIn, watch } from '../../src/model/per-index.ts';
import { emptyTrace, readIn, readsOf, tracedIndex } from '../../src/model/trace.ts';
import { plainHash } from '../../src/pipeline/files/plain-hash.ts';
import { answersItself, byStadsdelar, profileOf, shownSum, silent } from '../../src/statistics/profile.ts';
import { loaded } from '../pipeline/loaded.ts';

it('a place answers itself where its profile is neither silent nor by its stadsdelar', async () => {
  const { index } = await loaded();
  const { omraden, referens } = index.catalogue;
  const found = omraden.flatMap(({ slug }) =>
    referens.kommuner.map(({ kod }) => {
      const profile = profileOf(index, slug, kod);
      const own = profile.items.length > 0 && !silent(profile) && !byStadsdelar(profile);
      return { place: `${slug} ${kod}`, own, said: answersItself(index, slug, kod) };
    }),
  );
  expect(found.filter(({ own, said }) => own !== said)).toEqual([]);
  // Both kinds are among the shipped data.
  expect(new Set(found.map(({ own }) => own)).size).toBe(2);
});

/** A catalogue in which so many more in riket have given the first answer, and so many fewer the last. */
function withMore({ catalogue }: CatalogueIndex, id: string, ar: number, more: number): CatalogueIndex {
  const index = indexCatalogue({
    ...catalogue,
    observationer: catalogue.observationer.map((o) =>
      o.indikator === id && o.kod === RIKET && o.ar === ar && o.fordelning !== null
        ? {
            ...o,
            fordelning: {
              ...o.fordelning,
              ja: must(o.fordelning.ja, 'ja') + more,
              nej: must(o.fordelning.nej, 'nej') - more,
            },
          }
        : o,
    ),
  });
  watch(index);
  return index;
}

it('what stands beside an answer is read as it is shown', async () => {
  const { index } = await loaded();
  const [id, ar] = ['U30428', 2016];
  const before = withMore(index, id, ar, 0);
  const trace = emptyTrace();
  const shown = shownSum(tracedIndex(before, trace), id, RIKET, ar);
  const valuesIn = (now: CatalogueIndex) =>
    plainHash([...readsOf(trace)].map((name) => (answerIn(now, name) ?? readIn(now)(name))?.value));
  const found = [1, 2, 3, 4].map((more) => {
    const after = withMore(index, id, ar, more);
    return {
      sameShown: shownSum(after, id, RIKET, ar)?.percent === shown?.percent,
      sameRead: valuesIn(after) === valuesIn(before),
    };
  });
  expect(found.filter((f) => f.sameShown !== f.sameRead)).toEqual([]);
  // Of more than two hundred answers, one more can leave the percent as it was, and four cannot.
  expect(new Set(found.map((f) => f.sameShown)).size).toBe(2);
});
