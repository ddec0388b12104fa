import { expect, it } from 'vitest';
import { BmeMapping, bmeMappingText, bmeQuestions } from '../../../src/import/bme/mapping.ts';

const mapping = BmeMapping.parse({
  bekraftad: false,
  kalla: 'Boverket',
  blad: 'Svar',
  ar: 2024,
  arIFilen: 2024,
  svar: [
    { uppgift: 'kontrakt', kolumn: 'Antal sociala kontrakt' },
    { uppgift: 'akut', kolumn: null, forslag: ['Akuta platser', 'Platser'] },
    { uppgift: 'kostnad', kolumn: null },
  ],
});

it('asks for nothing when a person has all to confirm, and for each thing that lacks', () => {
  expect(bmeQuestions(mapping)).toEqual([]);
  expect(bmeQuestions({ ...mapping, kalla: ' ' })[0]).toMatch(/^kalla är tom/);
  expect(bmeQuestions({ ...mapping, ar: null })[0]).toMatch(/^ar är tomt/);
  const none = mapping.svar.map((s) => ({ ...s, kolumn: null }));
  expect(bmeQuestions({ ...mapping, svar: none })).toEqual(['ingen uppgift har någon kolumn']);
});

it('says which column each thing is read from, which it may be, and that nothing has been read yet', () => {
  expect(bmeMappingText(mapping, [], bmeQuestions({ ...mapping, ar: null })).split('\n')).toEqual([
    'Inget har lästs in än. Så här uppfattar vi filen:',
    'Bladet Svar. Svaren gäller: 2024.',
    '  kontrakt (kontrakt) läses ur ”Antal sociala kontrakt”',
    '  akut (akut) läses inte. Kan vara ”Akuta platser” eller ”Platser”',
    '  kostnad (kostnad) läses inte: ingen kolumn liknar den',
    'Det här måste du svara på:',
    '  ar är tomt: skriv året som svaren gäller',
  ]);
});
