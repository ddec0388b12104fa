import { beforeAll, expect, it } from 'vitest';
import { PALETTE } from '../../src/charts/palette.ts';
import { programDocument } from '../../src/content/program/document.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { programDeck } from '../../src/files/pptx/program-deck.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { type Program, STATUSAR } from '../../src/model/program.ts';
import { load } from '../../src/pipeline/load.ts';

let index: CatalogueIndex;
let program: Program;
beforeAll(async () => {
  const loaded = await load('tests/fixtures/litet', nodeEffects());
  if (!loaded.index) throw new Error('the small folder has errors');
  const [first] = loaded.index.catalogue.program;
  if (!first) throw new Error('the small folder has no programme');
  index = indexCatalogue(loaded.index.catalogue);
  program = first;
});

/** Colour by status, in the deck of the programme when its first measures have these statuses. */
function colours(statusar: readonly (typeof STATUSAR)[number][]): ReadonlyMap<string, string> {
  const [measure] = program.atgarder;
  if (!measure) throw new Error('no measure');
  const made: Program = {
    ...program,
    atgarder: statusar.map((_, i) => ({ ...measure, id: `m${i}` })),
    lagen: statusar.map((status, i) => ({
      atgard: `m${i}`,
      datum: '2024-01-01',
      status,
      text: null,
      kalla: 'Prov',
      ursprung: { fil: 'prov', rad: 2 },
    })),
  };
  const slide = programDeck(programDocument(index, made)).slides.find(
    (s) => s.title === 'Läget i varje strategi',
  );
  if (slide?.figure?.kind !== 'chart') throw new Error('no chart');
  return new Map(slide.figure.chart.series.map((s) => [s.name, s.colour]));
}

it('every status has a colour of its own, the same whichever others are there', () => {
  const all = colours(STATUSAR);
  expect(all.size).toBe(STATUSAR.length);
  expect(new Set(all.values()).size).toBe(STATUSAR.length);
  for (const status of STATUSAR)
    for (const [name, colour] of colours([status])) expect(all.get(name)).toBe(colour);
});

it('only what is late has the colour that asks for attention', () => {
  expect([...colours(STATUSAR)].filter(([, colour]) => colour === PALETTE.light.mark)).toEqual([
    ['Försenad', PALETTE.light.mark],
  ]);
});
