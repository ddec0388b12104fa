import { describe, expect, it } from 'vitest';
import { readSources } from '../../scripts/exempel-enkat/sources.ts';
import { exampleSurveys } from '../../scripts/exempel-enkat/survey.ts';
import { answersOf } from '../../src/model/answer.ts';
import { stadsdelarOn } from '../../src/model/kommun.ts';
import { percent } from '../../src/statistics/share.ts';
import { AREAS, EXAMPLE_YEARS, omrade, owned, type Row, read, rows, stadsdelar } from './folder.ts';

const editions = AREAS.flatMap((area) =>
  omrade(area)
    .utgavor.filter((edition) => edition.ar in EXAMPLE_YEARS)
    .map((edition) => ({ area, edition, ar: edition.ar })),
);
const survey = (area: string, ar: number) => rows(`omraden/${area}/enkat/${ar}.csv`);
const questions = (row: Row) => Object.keys(row).slice(3);
const isCity = (row: Row) => Object.values(row).includes('.');
const asked = (area: string, ar: number) => survey(area, ar).filter((r) => !isCity(r));

describe('the generator', () => {
  it('writes the committed files again, byte for byte', () => {
    const made = exampleSurveys(readSources(read));
    const committed = editions.map(({ area, ar }) => `omraden/${area}/enkat/${ar}.csv`);
    expect([...made.keys()].sort()).toEqual(committed.sort());
    for (const [path, text] of made) expect(text === read(path), path).toBe(true);
  });

  it('stops when published figures cannot be met together', () => {
    const impossible = (path: string) =>
      path === 'omraden/hemloshet/publicerat.csv'
        ? read(path).replace('U35520;2018;23;', 'U35520;2018;80;')
        : read(path);
    expect(() => exampleSurveys(readSources(impossible))).toThrow('U35520: siffrorna går inte att få ihop');
  });
});

describe('national shares', () => {
  const figures = AREAS.flatMap((area) =>
    rows(`omraden/${area}/publicerat.csv`).map((r): Row => ({ ...r, area })),
  );
  const ours = figures.filter((f) => editions.some((e) => e.area === f.area && String(e.ar) === f.ar));

  it.each(ours)('$indikator $ar $svar $grupp: $varde $enhet', ({
    area = '',
    indikator = '',
    ar,
    svar,
    grupp,
    enhet,
    varde,
  }) => {
    const question = owned(area).find((i) => i.id === indikator);
    const answer = svar || answersOf(question?.svarstyp ?? 'antal')[0];
    const given = asked(area, Number(ar))
      .filter((r) => grupp === 'riket' || r.stadsdel !== '')
      .map((r) => r[indikator])
      .filter((a) => a !== '-');
    const count = given.filter((a) => a === answer).length;
    expect(enhet === 'antal' ? count : percent({ count, of: given.length })).toBe(Number(varde));
  });

  it('covers the 33 that were published for those years', () => {
    expect(ours.length).toBeGreaterThanOrEqual(33);
  });
});

describe.each(editions)('$area $ar', ({ area, ar, edition }) => {
  const lines = survey(area, ar);

  it('asks every kommun, and the stadsdelar of that day in place of their city', () => {
    expect(asked(area, ar).length).toBe(EXAMPLE_YEARS[ar]);
    expect(lines.filter((r) => r.stadsdel === '').map((r) => r.kommunkod)).toEqual(
      rows('referens/kommuner.csv').map((k) => k.kommunkod),
    );
    expect(lines.filter(isCity).map((r) => r.kommunkod)).toEqual(edition.stadsdelsstader);
    for (const city of edition.stadsdelsstader) {
      const there = stadsdelarOn(stadsdelar(), city, edition.referensdatum).map((s) => s.namn);
      expect(lines.filter((r) => r.kommunkod === city && r.stadsdel !== '').map((r) => r.stadsdel)).toEqual(
        there,
      );
      const first = lines.findIndex((r) => r.kommunkod === city);
      expect(lines.slice(first, first + there.length + 1).every((r) => r.kommunkod === city)).toBe(true);
    }
  });

  it('leaves the cities’ own cells out of it, and about one in fifteen unanswered', () => {
    for (const r of lines.filter(isCity))
      expect(new Set(questions(r).map((q) => r[q]))).toEqual(new Set(['.']));
    const silent = asked(area, ar).filter((r) => questions(r).every((q) => r[q] === '-'));
    expect(silent.length / asked(area, ar).length).toBeGreaterThanOrEqual(0.05);
    expect(silent.length / asked(area, ar).length).toBeLessThan(0.085);
  });

  it('has a column for each question of that year, in order, with its own answers', () => {
    const expected = owned(area).filter((i) => i.typ === 'enkat' && i.ar.includes(ar));
    expect(lines.map(questions)[0]).toEqual(expected.map((i) => i.id));
    for (const q of expected) {
      const words = new Set([...answersOf(q.svarstyp), '-', '.']);
      expect(lines.map((r) => r[q.id] ?? '').filter((a) => !words.has(a))).toEqual([]);
    }
  });
});

describe('answers hang together', () => {
  const key = (r: Row) => `${r.kommunkod} ${r.stadsdel}`;
  const consecutive = [
    ['U30428', 2016, 2018],
    ['U30428', 2018, 2020],
    ['U30427', 2016, 2018],
    ['U30427', 2018, 2020],
    ['U30427', 2020, 2023],
    ['U30437', 2016, 2018],
    ['U30442', 2016, 2018],
  ] as const;

  it.each(consecutive)('%s: few go from ja in %i to nej in %i', (id, before, after) => {
    const later = new Map(survey('hemloshet', after).map((r) => [key(r), r[id]]));
    const yes = survey('hemloshet', before).filter((r) => r[id] === 'ja' && later.has(key(r)));
    const lost = yes.filter((r) => later.get(key(r)) === 'nej');
    expect(lost.length / yes.length).toBeLessThan(0.2);
  });

  it('lets larger cities do more than rural kommuner', () => {
    const group = new Map(rows('referens/kommuner.csv').map((k) => [k.kommunkod, k.kommungrupp]));
    const share = (kod: string) => {
      const cells = asked('hemloshet', 2016)
        .filter((r) => r.stadsdel === '' && group.get(r.kommunkod) === kod)
        .flatMap((r) => questions(r).map((q) => r[q]))
        .filter((a) => a !== '-');
      return cells.filter((a) => a === 'ja').length / cells.length;
    };
    expect(share('B3')).toBeGreaterThan(share('C8') + 0.15);
  });
});
