import { expect, it } from 'vitest';
import { categorySlide } from '../../src/files/pptx/category-slide.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { observation } from '../fixtures/observation.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded(LITET);
const asked = index.catalogue.observationer.find(
  (o) => o.niva === 'kommun' && typeof o.varde === 'string' && o.ar !== null,
);
const question = asked && index.indikator(asked.indikator);
if (!asked || asked.ar === null || !question) throw new Error('no survey answer');
const { ar } = asked;

/** The first question, with words of its own, and the kommuner that answered each of them. */
const slide = (answers: readonly (string | null)[]) => {
  const indicator = {
    ...question,
    svarstyp: 'kategori' as const,
    kategorier: ['varje dag', 'varje vecka', 'aldrig'],
  };
  const given = answers.map((varde, i) =>
    observation({ indikator: question.id, ar, kod: index.catalogue.referens.kommuner[i]?.kod ?? '', varde }),
  );
  const changed = indexCatalogue({
    ...index.catalogue,
    indikatorer: index.catalogue.indikatorer.map((i) => (i.id === question.id ? indicator : i)),
    observationer: [...index.catalogue.observationer.filter((o) => o.indikator !== question.id), ...given],
  });
  return categorySlide(changed, indicator, ar, 'Hur ofta?');
};

it('has a bar an answer, in the order of the question, and says how many answered', () => {
  const made = JSON.stringify(slide(['varje dag', 'varje dag', 'aldrig', null])).replaceAll('\u00a0', ' ');
  expect(made).toContain('"values":[2,0,1]');
  expect(made).toContain('3 av 4 kommuner svarade på frågan.');
  expect(made).toContain('varje dag 2; varje vecka 0; aldrig 1.');
});

it('says in words that nobody has answered', () => {
  const made = JSON.stringify(slide([null, null]));
  expect(made).toContain(`Det finns inga svar för ${ar} att visa.`);
  expect(made).not.toContain('"values"');
});
