import { describe, expect, it } from 'vitest';
import { filledText, textValues } from '../../src/files/texts/values.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const { sidor, ordlista, publikationer } = index.catalogue.texter;

describe('the texts of the data folder', () => {
  it('are there', () => {
    expect(sidor.filter((p) => p.del === 'anvandarguide').length).toBeGreaterThanOrEqual(4);
    expect(sidor.filter((p) => p.del === 'stod').length).toBeGreaterThanOrEqual(3);
    expect(ordlista.length).toBeGreaterThan(20);
    expect(publikationer.length).toBeGreaterThan(3);
  });

  it('quote no figure that the code computes, but ask for it', () => {
    const values = textValues(index);
    for (const { markdown, fil } of sidor) expect(filledText(markdown, values), fil).not.toContain('{{');
    const method = sidor.find((p) => p.slug === 'metod');
    expect(filledText(method?.markdown ?? '', values)).toContain(
      `Är färre än ${values['minsta-bas']} svarande`,
    );
  });

  it('are klarspråk: short sentences', () => {
    const long = sidor.flatMap(({ markdown, fil }) =>
      markdown
        .split('\n')
        .filter((line) => !line.startsWith('|'))
        .flatMap((line) => line.split(/(?<=[.?!:])\s+/))
        .filter((sentence) => sentence.split(/\s+/).length > 32)
        .map((sentence) => `${fil}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('stand in the glossary in Swedish order', () => {
    const terms = ordlista.map((t) => t.term);
    expect(terms).toEqual(terms.toSorted(new Intl.Collator('sv').compare));
  });
});
