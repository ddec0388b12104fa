import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { OF_ANSWERED, SHARE_BASE, shareBase, THE_YES_SHARE, YES_SHARE } from '../../src/text/base.ts';
import { sample } from './random.ts';

// What a share of a question counts is said in the words of `text/base`, on every page and in every file.

const SITE = process.env.OJ_SITE ?? 'dist';
const files = (pattern: string) => globSync(pattern, { cwd: SITE }).toSorted();
const bytesOf = (path: string) => readFileSync(join(SITE, path));

/** The words of the owner, longest first: what is left when they are taken away says no base. */
const ALLOWED = [
  shareBase('kommuner').slice(0, -1),
  shareBase('kommuner-och-stadsdelar').slice(0, -1),
  SHARE_BASE,
  `${THE_YES_SHARE}, ${OF_ANSWERED}`,
  THE_YES_SHARE,
  YES_SHARE,
  `Andel ${OF_ANSWERED}`,
  `Procenten är ${OF_ANSWERED}`,
].toSorted((a, b) => b.length - a.length);

/** A column or a measure of one question names its first answer: `Andel som svarade alla (%)`. */
const OF_A_QUESTION = /Andel som svarade [^.]+/g;

/** Any other way of saying what a share is of. */
const SAYS_A_BASE =
  /andel(?:en)? (?:ja\b|som (?:har )?svara|av \S+(?: och \S+)? som (?:har )?svara)|av dem som (?:har )?svara|av de svarande|som svarade som svarade/i;

function leftIn(texts: readonly string[]): readonly string[] {
  const plain = texts.map((t) => t.replace(/[\s\u00a0]+/g, ' '));
  const rest = plain.map((text) =>
    ALLOWED.reduce(
      (left, words) =>
        left.replaceAll(words, '').replaceAll(
          words.replace(/^./, (c) => c.toUpperCase()),
          '',
        ),
      text,
    ).replace(OF_A_QUESTION, ''),
  );
  return plain.filter((_, i) => SAYS_A_BASE.test(rest[i] ?? ''));
}

/** Words of a zip's XML parts: text and text alternatives. */
function officeTexts(path: string): readonly string[] {
  return Object.entries(unzipSync(bytesOf(path))).flatMap(([name, bytes]) => {
    if (!/\.xml$/.test(name)) return [];
    const xml = new TextDecoder().decode(bytes);
    return [...xml.matchAll(/<(?:a:t|t|c:v)(?: [^>]*)?>([^<]*)<|descr="([^"]*)"/g)].map(
      ([, words, alt]) => words ?? alt ?? '',
    );
  });
}

describe('the base of a share', () => {
  it('on pages, in text and in text alternatives', () => {
    const found = sample(files('**/index.html'), 300).flatMap((path) => {
      const { document } = parseHTML(bytesOf(path).toString('utf8'));
      const blocks = [...document.querySelectorAll('p, li, caption, th, td, dd, figcaption, small, h2, h3')];
      const labels = [...document.querySelectorAll('[aria-label], meta[name="description"]')];
      return leftIn([
        ...blocks.map((b) => b.textContent),
        ...labels.map((l) => l.getAttribute('aria-label') ?? l.getAttribute('content') ?? ''),
      ]).map((text) => `${path}: ${text.slice(0, 200)}`);
    });
    expect(found).toEqual([]);
  });

  it.each(['pptx', 'xlsx'])('in %s', (ending) => {
    const found = sample(files(`data/**/*.${ending}`), 40).flatMap((path) =>
      leftIn(officeTexts(path)).map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('in CSV, JSON and pictures', () => {
    const found = [
      ...sample(files('data/**/*.csv'), 120),
      ...sample(files('{data,api}/**/*.json'), 80),
      ...sample(files('data/**/*.svg'), 80),
    ].flatMap((path) =>
      leftIn(
        bytesOf(path)
          .toString('utf8')
          .split(/[;\n<>"]/),
      ).map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('in PDF', async () => {
    const found: string[] = [];
    for (const path of sample(files('data/kommun/*.pdf'), 8)) {
      const pdf = await getDocumentProxy(new Uint8Array(bytesOf(path)));
      const { text } = await extractText(pdf, { mergePages: true });
      found.push(...leftIn(text.split(/(?<=\.) /)).map((words) => `${path}: ${words}`));
    }
    expect(found).toEqual([]);
  });
});
