import { describe, expect, it } from 'vitest';
import { Refusal, sentenceFor, sentenceIn } from '../src/refusal.ts';

const system = (code: string, path?: string) => Object.assign(new Error(code), { code, path });

describe('what a person at the terminal reads of an error', () => {
  it('is a refusal’s own words, and its advice on a line of its own', () => {
    expect(sentenceFor(new Refusal('Mappen är tom.'))).toBe('Mappen är tom.');
    expect(sentenceFor(new Refusal('Mappen är tom.', 'Fyll den.'))).toBe('Mappen är tom.\nFyll den.');
  });

  it('is what an error of the system means, with its path and what to do, also deep among causes', () => {
    const full = new Error('write failed', { cause: new Error('x', { cause: system('ENOSPC', 'dist/a') }) });
    expect(sentenceFor(full)).toBe(
      'Disken är full: ”dist/a” (ENOSPC). Frigör utrymme och kör kommandot igen.',
    );
  });

  it('is nothing of a fault of the tool: that is shown with its stack', () => {
    expect(sentenceFor(new TypeError('x is undefined'))).toBeNull();
    expect(sentenceFor(system('ESTRANGE'))).toBeNull();
    expect(sentenceFor('text')).toBeNull();
  });
});

describe('what a program that was started wrote about its own end', () => {
  it.each([
    ["Error: ENOSPC: no space left on device, write '/x/y'", 'Disken är full: ”/x/y” (ENOSPC)'],
    [
      "Error [ERR_MODULE_NOT_FOUND]: x\n code: 'ERR_MODULE_NOT_FOUND'",
      'Ett paket som verktyget behöver saknas',
    ],
    ['FATAL ERROR: Reached heap limit - JavaScript heap out of memory', 'Minnet räcker inte'],
  ])('%s is said in Swedish', (output, said) => {
    expect(sentenceIn(output)).toContain(said);
  });

  it('is nothing where it names no error of the system, or one that nobody knows', () => {
    expect(sentenceIn('TypeError: x is not a function')).toBeNull();
    expect(sentenceIn('Error: ESTRANGE: x')).toBeNull();
  });
});
