import { describe, expect, it } from 'vitest';
import { kartlaggningTitle, roundSentence } from '../../../src/content/kartlaggning.ts';
import { ingest } from '../../../src/ingest/index.ts';
import { partsIn, sumsOf } from '../../../src/model/kartlaggning-sums.ts';
import { kartlaggningDefects } from '../cases/kartlaggningar.ts';
import { folder, write } from '../folder.ts';

it.each(kartlaggningDefects)('$name', ({ change, code, column }) => {
  const { findings } = ingest(folder(...change));
  expect(findings).toEqual([expect.objectContaining({ code, column, severity: 'error' })]);
});

const DEFINITION = {
  slug: 'prov',
  titel: 'Ett län',
  kod: '01',
  utgivare: 'Provlänet',
  ingress: 'En kartläggning som bara finns i tester.',
  huvudmatt: 'unga-vuxna',
  matt: { 'unga-vuxna': 'Unga vuxna' },
  raknas: ['Alla som räknas.'],
  raknasInte: [],
  utanPersonskydd: 'Talen är påhittade för tester.',
  jamforbarhet: 'Går inte att jämföra med något annat.',
  kalla: 'Ett prov',
  omgangar: [{ ar: 2017, matperiod: null, jamforbar: 'metod' }],
};
const read = (definition: object, ...rows: readonly string[]) =>
  ingest(
    folder(
      write('kartlaggningar/prov/kartlaggning.json', JSON.stringify({ ...DEFINITION, ...definition })),
      write(
        'kartlaggningar/prov/varden.csv',
        `${['ar;matt;situation;kon;varde;saknas;enhet;ungefar;omraknad;kalla;not;plats', ...rows].join('\n')}\n`,
      ),
    ),
  );
const row = (plats: string, varde: number, matt = 'unga-vuxna') =>
  `2017;${matt};alla;T;${varde};;antal;;;Ett prov;;${plats}`;

describe('a kartläggning of a län, with a measure of its own', () => {
  it('has its kommuner as parts, and says its measure by name', () => {
    const { catalogue, findings } = read({}, row('', 120), row('0114', 70));
    expect(findings).toEqual([]);
    const [k] = catalogue?.kartlaggningar ?? [];
    if (!k || !catalogue || !k.omgangar[0]) throw new Error('not read');
    expect(kartlaggningTitle(k)).toBe('Kartläggning: Ett län');
    expect(roundSentence(k, k.omgangar[0])).toContain('120 unga vuxna');
    const sums = sumsOf(k, partsIn(catalogue.referens));
    expect(sums.find((s) => s.by === 'plats')?.parts.map((p) => p.plats)).toEqual(['0114']);
  });

  it('takes no kommun of another län, and no measure that nobody has named', () => {
    const codes = (...rows: readonly string[]) => read({}, ...rows).findings.map((f) => f.code);
    const { catalogue } = read({}, row('', 120));
    const other = catalogue?.referens.kommuner.find((k) => k.lanskod !== '01');
    if (!other) throw new Error('the folder has one län only');
    expect(codes(row('', 120), row(other.kod, 7))).toEqual(['plats-utanfor']);
    expect(codes(row('', 120), row('0114', 7, 'barn-i-skola'))).toEqual(['matt-okant']);
  });

  it('must have a main measure that there is', () => {
    const { findings } = read({ huvudmatt: 'unga-vuxnaa' }, row('', 120));
    expect(findings.map((f) => [f.code, f.suggestion])).toEqual([
      ['matt-okant', expect.stringContaining('”unga-vuxna”')],
    ]);
  });
});
