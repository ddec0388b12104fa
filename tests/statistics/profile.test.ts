import { expect, it } from 'vitest';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { must } from '../../src/model/must.ts';
import { answerIn, watch } from '../../src/model/per-index.ts';
import { emptyTrace, readIn, readsOf, tracedIndex } from '../../src/model/trace.ts';
import { plainHash } from '../../src/pipeline/files/plain-hash.ts';
import { answersItself, byStadsdelar, profileOf, silent } from '../../src/statistics/profile.ts';
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
  const item = must(
    profileOf(index, 'hemloshet', '2480').items.find(
      (i) =>
        i.indicator.svarstyp === 'ja-nej' && i.riket !== null && i.riket.percent > 30 && i.riket.percent < 70,
    ),
    'a question that about half of riket said yes to',
  );
  const { indicator, ar } = item;
  const before = withMore(index, indicator.id, ar, 0);
  const trace = emptyTrace();
  profileOf(tracedIndex(before, trace), 'hemloshet', '2480');
  const reads = [...readsOf(trace)];
  const valuesIn = (now: CatalogueIndex) => {
    const read = readIn(now);
    return reads.map((name) => plainHash((answerIn(now, name) ?? read(name))?.value));
  };
  const found = [1, 2, 3, 4].map((more) => {
    const after = withMore(index, indicator.id, ar, more);
    const now = profileOf(after, 'hemloshet', '2480').items.find((i) => i.indicator === indicator);
    return {
      sameShown: now?.riket?.percent === item.riket?.percent,
      sameRead: plainHash(valuesIn(after)) === plainHash(valuesIn(before)),
    };
  });
  expect(found.filter((f) => f.sameShown !== f.sameRead)).toEqual([]);
  // Of more than two hundred answers the first changes no percent or the second does not, and four surely do.
  expect(new Set(found.map((f) => f.sameShown)).size).toBe(2);
});
