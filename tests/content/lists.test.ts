import { expect, it } from 'vitest';
import {
  calendarDays,
  checkedFiles,
  editionCorrections,
  everyEdition,
  glossary,
  hasExamples,
  kommunerOfGroup,
  namesByLetter,
  rulesOf,
  subjectLists,
} from '../../src/content/lists.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded(LITET);
const { catalogue } = index;

it('lists every edition with its area, and what was corrected in it', () => {
  const editions = everyEdition(index);
  expect(new Set(editions.map((e) => `${e.omrade.slug} ${e.edition.ar}`)).size).toBe(editions.length);
  const corrected = indexCatalogue({
    ...catalogue,
    omraden: catalogue.omraden.map((o) => ({
      ...o,
      utgavor: o.utgavor.map((u, i) =>
        i > 0
          ? { ...u, rattelser: [] }
          : { ...u, rattelser: [{ datum: '2026-01-02', version: '2026.2', text: 'Umeås svar.' }] },
      ),
    })),
  });
  expect(editionCorrections(corrected).map((c) => [c.edition.ar, c.rattelse.text])).toEqual(
    catalogue.omraden.map((o) => [o.utgavor[0]?.ar, 'Umeås svar.']),
  );
});

it('says that answers are made up only where an edition says so', () => {
  const as = (exempel: boolean) =>
    indexCatalogue({
      ...catalogue,
      omraden: catalogue.omraden.map((o) => ({ ...o, utgavor: o.utgavor.map((u) => ({ ...u, exempel })) })),
    });
  expect(hasExamples(as(true))).toBe(true);
  expect(hasExamples(as(false))).toBe(false);
});

it('puts names under their letter, Swedish letters last, each letter with an address in ASCII', () => {
  const [kommuner, indikatorer] = namesByLetter(index);
  expect(kommuner?.letters.flatMap((l) => l.things.map((t) => t.namn)).toSorted()).toEqual(
    catalogue.referens.kommuner.map((k) => k.namn).toSorted(),
  );
  const letters = kommuner?.letters.map((l) => l.letter) ?? [];
  expect(letters).toEqual(letters.toSorted((a, b) => a.localeCompare(b, 'sv')));
  for (const { id } of [...(kommuner?.letters ?? []), ...(indikatorer?.letters ?? [])])
    expect(id).toMatch(/^(kommuner|indikatorer)-[a-z]+$/);
});

it('leads from a word of the glossary to the word it means, and leaves out kinds of subjects without any', () => {
  const words = glossary(index);
  for (const { term, seAvenSlug } of words)
    expect(seAvenSlug).toBe(catalogue.texter.ordlista.find((t) => t.term === term.seAven)?.slug);
  const onlyQuestions = indexCatalogue({
    ...catalogue,
    amnen: catalogue.amnen.filter((a) => a.slag === 'fraga'),
  });
  expect(subjectLists(onlyQuestions).every((l) => l.slag === 'fraga')).toBe(true);
});

it('gives a day of the calendar its area, the kommuner of a group, and the files that can be checked', () => {
  const [area] = catalogue.omraden;
  const [group] = catalogue.referens.kommuner;
  if (!area || !group) throw new Error('an empty folder');
  const day = {
    id: 'ny',
    datum: '2027-03',
    titel: 'Nya svar',
    text: 'Nya svar.',
    omrade: area.slug,
    beslutat: '2026-11-01',
  };
  const dated = indexCatalogue({ ...catalogue, kalender: [day, { ...day, omrade: null }] });
  expect(calendarDays(dated).map((d) => d.omrade?.slug ?? null)).toEqual([area.slug, null]);
  for (const k of kommunerOfGroup(index, group.kommungrupp)) expect(k.kommungrupp).toBe(group.kommungrupp);
  expect(kommunerOfGroup(index, group.kommungrupp)).toContain(group);
  const paths = checkedFiles(index).map((f) => f.path);
  expect(paths).toContain(`omraden/${area.slug}/enkat/${area.utgavor[0]?.ar}.csv`);
  expect(paths.filter((p) => p.includes('/register/'))).toHaveLength(
    catalogue.indikatorer.filter((i) => i.typ !== 'enkat').length,
  );
});

it('lists the rules of one severity by their codes', () => {
  const rule = (severity: 'error' | 'warning') => ({ severity, rule: 'Så är det.' });
  const rules = { b: rule('error'), c: rule('warning'), a: rule('error') };
  expect(rulesOf(rules, 'error').map(([code]) => code)).toEqual(['a', 'b']);
});
