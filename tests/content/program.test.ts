import { expect, it } from 'vitest';
import {
  followUpTable,
  goalsTable,
  outcomesTable,
  responsibilitiesTable,
} from '../../src/content/program/goals.ts';
import { changesTable, programWork } from '../../src/content/program/work.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded(LITET);
const [program] = index?.catalogue.program ?? [];
if (!index || !program) throw new Error('no programme');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const texts = (table: ReturnType<typeof changesTable>) =>
  table?.rows.map((row) => row.map((cell) => plain(cell.text))) ?? [];

it('says of each strategy how far its measures have come, and that nothing is known of a measure without a state', () => {
  const { strategier, rows, has } = programWork(program);
  expect(strategier.map((s) => plain(s.status))).toEqual([
    '2 åtgärder: 1 klar och 1 försenad',
    '2 åtgärder: 1 görs löpande och 1 pausad',
    '2 åtgärder: 1 avbruten och 1 ingen uppgift',
  ]);
  expect(rows.find((r) => r.atgard === 'Fråga hyresgästerna varje år')).toMatchObject({
    status: 'Ingen uppgift',
    om: '',
    leder: ['Socialnämnden'],
    medverkar: ['Brukarrådet'],
  });
  expect(has).toEqual({ tid: true, budget: true, status: true });
  expect(strategier[0]?.arbetssatt.map((a) => plain(a.measures))).toEqual([
    '2 åtgärder',
    'Ingen egen åtgärd',
  ]);
});

it('tells what changed in the newest year, against the state or the figure before', () => {
  const rows = texts(changesTable(index, program)).map((row) => row.slice(0, 3));
  expect(rows).toContainEqual(['Skriva avtal om tidiga varningar', 'Pågår', 'Försenad']);
  expect(rows).toContainEqual(['Bygga ett trapphus med stöd', 'Ingen uppgift', 'Pausad']);
  expect(rows).toContainEqual(['Personer i hemlöshet', '305 (2023)', '281 (2024)']);
  // Finished the year before: nothing new.
  expect(rows.map(([name]) => name)).not.toContain('Anställa en budgetrådgivare');
  expect(changesTable(index, { ...program, lagen: [], utfall: [] })).toBeNull();
});

it('says which goal a sub-goal is part of, and what to know of a figure', () => {
  const goals = texts(goalsTable(index, program));
  expect(goals.map(([goal]) => goal)).toContain(
    'Inga barn berörs av en avhysning (delmål i: Inga barn i akut boende)',
  );
  expect(goals.find(([goal]) => goal?.startsWith('Inga barnfamiljer'))?.at(-1)).toBe(
    'Påhittad inventering. Räknat den 1 november varje år',
  );
  expect(texts(outcomesTable(index, program))).toHaveLength(6);
  expect(texts(followUpTable(program))[0]).toEqual([
    'Varje år',
    'Åtgärder och indikatorer i årsredovisningen',
    'Socialnämnden',
  ]);
  expect(responsibilitiesTable(program).rows).toEqual([]);
});
