import { expect, it } from 'vitest';
import { citation } from '../../src/files/citation.ts';
import type { Release } from '../../src/model/release.ts';

const release: Release = {
  webbplats: 'https://exempel.se/oj/',
  titel: 'Öppna jämförelser',
  version: '2026.1',
  datum: '2026-11-03',
  organisation: {
    namn: 'Myndigheten & Co',
    orgnr: null,
    typ: 'NonProfitOrganisation',
    uri: 'https://exempel.se/id',
    epost: 'a@exempel.se',
    webb: 'https://exempel.se/',
  },
  licens: { namn: 'CC0', url: 'https://exempel.se/cc0' },
};
const made = citation(release, { slug: 'andel', titel: 'Andel 50 % {x}_y', path: 'indikatorer/andel/' });

it('says version and address in words', () => {
  expect(made.text).toBe(
    'Myndigheten & Co. Andel 50 % {x}_y. Öppna jämförelser, version 2026.1, 2026-11-03. https://exempel.se/oj/indikatorer/andel/',
  );
});

it('escapes what LaTeX would read as commands', () => {
  expect(made.bibtex).toContain('@misc{andel-2026.1,');
  expect(made.bibtex).toContain('  title = {{Andel 50 \\% \\{x\\}\\_y}},');
  expect(made.bibtex).toContain('  author = {{Myndigheten \\& Co}},');
});

it('names the file with the figures and its hash, so that a reader can tell that they have the same', () => {
  const data = { path: 'data/indikatorer/x_1.csv', sha256: 'ab12' };
  const withFile = citation(release, { slug: 'andel', titel: 'Andel', path: 'indikatorer/andel/', data });
  const words = 'Data: https://exempel.se/oj/data/indikatorer/x_1.csv, SHA-256 ab12';
  expect(withFile.text.endsWith(`indikatorer/andel/. ${words}`)).toBe(true);
  expect(withFile.bibtex).toContain(`  note = {${words.replace('_', '\\_')}},`);
  expect(JSON.parse(withFile.csl)[0]).toMatchObject({ type: 'dataset', note: words });
});

it('is CSL-JSON with the date in numbers', () => {
  expect(JSON.parse(made.csl)).toMatchObject([
    {
      type: 'webpage',
      version: '2026.1',
      issued: { 'date-parts': [[2026, 11, 3]] },
      URL: 'https://exempel.se/oj/indikatorer/andel/',
    },
  ]);
});
