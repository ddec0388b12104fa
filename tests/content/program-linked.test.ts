import { expect, it } from 'vitest';
import { programDocument } from '../../src/content/program/document.ts';
import { programmesOf } from '../../src/content/program/linked.ts';
import { programDeck } from '../../src/files/pptx/program-deck.ts';
import { ingest } from '../../src/ingest/index.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { wholeProgram } from '../ingest/cases/program.ts';
import { ANTAL, type Change, folder, replace, write } from '../ingest/folder.ts';

const HEAD = 'id;mal;titel;enhet;riktning;basar;varde;kvinnor;man;tabell;kalla;not;foljs_av';

/** The whole programme, its indicator followed by a series of its kommun with a value for each year given. */
function followed(base: number, values: Readonly<Record<number, number>>, ...more: readonly Change[]) {
  const rows = Object.entries(values).map(([ar, n]) => `0114;${ar};T;${n};`);
  const { catalogue, findings } = ingest(
    folder(
      ...wholeProgram,
      write(
        'program/prov/indikatorer.csv',
        `${HEAD}\npersoner;hem;Personer;personer;minska;2021;${base};;;;Ett prov;;OJ-1\n`,
      ),
      write('program/prov/utfall.csv', 'indikator;ar;varde;jamforbar;skal;kalla\n'),
      write(ANTAL, `kod;ar;kon;varde;saknas\n${rows.join('\n')}\n`),
      ...more,
    ),
  );
  if (!catalogue) throw new Error(JSON.stringify(findings));
  const index = indexCatalogue(catalogue);
  const [program] = programmesOf(index);
  if (!program) throw new Error('no programme');
  return { index, program };
}
const outcomes = (...given: Parameters<typeof followed>) =>
  followed(...given).program.utfall.map((u) => [u.ar, u.varde, u.jamforbar]);

it('takes later values of the series, comparable when it has the programme’s own figure for the base year', () => {
  expect(outcomes(40, { 2021: 40, 2022: 31 })).toEqual([[2022, 31, 'ja']]);
  expect(outcomes(40, { 2021: 55, 2022: 31 })).toEqual([[2022, 31, 'nej']]);
  expect(outcomes(40, { 2022: 31 })).toEqual([[2022, 31, 'oklart']]);
});

it('never compares across a break in the series', () => {
  const broken = replace(
    'omraden/prov/indikatorer.json',
    '"id": "OJ-1"',
    '"brott": [{ "franAr": 2022, "orsak": "Räknas på ett annat sätt sedan dess." }], "id": "OJ-1"',
  );
  expect(outcomes(40, { 2021: 40, 2022: 31 }, broken)).toEqual([[2022, 31, 'nej']]);
});

it('says in the document and on the slides what the comparable outcome says, and draws it', () => {
  const { index, program } = followed(40, { 2021: 40, 2022: 31 });
  const document = programDocument(index, program);
  expect(document.indikatorer[0]?.sedan).toBe('9 färre 2022 än 2021, som önskat.');
  expect(document.strategier).toEqual([{ titel: 'Först ett hem', antal: [1], alla: 1 }]);
  const { slides } = programDeck(document);
  const chart = slides.find((s) => s.title === 'Personer')?.figure;
  expect(chart).toMatchObject({
    kind: 'chart',
    chart: { categories: ['2021', '2022'], series: [{ name: 'personer', values: [40, 31] }] },
  });
});

it('compares nothing with a base year that is protected', () => {
  const { index, program } = followed(40, { 2021: 55, 2022: 31 });
  const kept = program.indikatorer.map((i) => ({ ...i, varde: null }));
  const { catalogue } = index;
  const hidden = indexCatalogue({
    ...catalogue,
    program: catalogue.program.map((p) => ({ ...p, indikatorer: kept })),
  });
  expect(programmesOf(hidden)[0]?.utfall.map((u) => [u.jamforbar, u.skal])).toEqual([
    ['oklart', 'Programmets värde för basåret 2021 är skyddat'],
  ]);
});
