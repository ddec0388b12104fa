import { codesOf, Formular } from '../../model/formular.ts';
import { type JsonFile, placeIn, readJson, validate } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import { type Reading, required } from '../source.ts';

const FILE = 'referens/inventering.json';

type Path = readonly (string | number)[];

/**
 * Reads the questionnaire of the inventory. Every code that it points to must be one that it asks for; a wrong one is
 * reported where it stands.
 * @returns null, with findings, when there is no form to read inventories by
 */
export function readFormular(reading: Reading): Formular | null {
  const source = required(reading, FILE);
  const json = source && readJson(source, reading.report);
  const form = json && validate(json, [], Formular, reading.report);
  if (!json || !form) return null;
  // A code that stands twice was often meant to be another: nothing is said of those that are then missing.
  return reportDoubled(reading, json, form) && reportUnknown(reading, json, form) ? form : null;
}

function reportDoubled({ report }: Reading, json: JsonFile, form: Formular): boolean {
  const lists = [
    ...(['delar', 'uppgifter'] as const).map((list) => ({
      list,
      key: 'kod',
      values: form[list].map((x) => x.kod),
    })),
    // Workbooks are read by the words, so that they must tell the figures apart.
    { list: 'uppgifter', key: 'namn', values: form.uppgifter.map((u) => u.namn) },
    { list: 'nasta', key: 'kod', values: form.nasta.map((n) => n.kod) },
    { list: 'fragor', key: 'id', values: form.fragor.map((f) => f.id) },
  ];
  let sound = true;
  for (const { list, key, values } of lists)
    values.forEach((value, i) => {
      if (values.indexOf(value) === i) return;
      sound = false;
      report('formular-dubbel', placeIn(json, [list, i, key]), `”${value}” står redan i ${list}.`);
    });
  return sound;
}

function reportUnknown({ report }: Reading, json: JsonFile, form: Formular): boolean {
  const parts = form.delar.map((d) => d.kod);
  const codes = form.uppgifter.map((u) => u.kod);
  const steps = form.nasta.map((n) => n.kod);
  let sound = true;
  const one = (code: string | null, among: readonly string[], path: Path) => {
    if (code === null || among.includes(code)) return;
    sound = false;
    report(
      'formular-okand',
      placeIn(json, path),
      `”${code}” finns inte bland ${among === parts ? 'delar' : among === steps ? 'nasta' : 'uppgifter'}.`,
      didYouMean(code, among),
    );
  };
  const each = (list: readonly string[], path: Path) => {
    for (const [i, code] of list.entries()) one(code, codes, [...path, i]);
  };
  for (const [i, u] of form.uppgifter.entries()) {
    one(u.del, parts, ['uppgifter', i, 'del']);
    one(u.ingarI, codes, ['uppgifter', i, 'ingarI']);
    one(u.vilkas, codes, ['uppgifter', i, 'vilkas']);
  }
  for (const [i, u] of form.uppdelningar.entries()) {
    one(u.helhet, codes, ['uppdelningar', i, 'helhet']);
    each(u.delar, ['uppdelningar', i, 'delar']);
  }
  for (const [i, k] of form.kontroller.entries()) {
    one(k.uppgift, codes, ['kontroller', i, 'uppgift']);
    one(k.mot, codes, ['kontroller', i, 'mot']);
  }
  for (const [i, f] of form.fragor.entries()) {
    each(f.uppgifter, ['fragor', i, 'uppgifter']);
    each(
      f.staplar.map((s) => s.uppgift),
      ['fragor', i, 'staplar'],
    );
    one(f.annars, steps, ['fragor', i, 'annars']);
    for (const [j, s] of f.svar.entries())
      for (const code of codesOf(s)) one(code, codes, ['fragor', i, 'svar', j]);
  }
  return sound;
}
