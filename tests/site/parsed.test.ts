import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParserError, parse } from 'parse5';
import { expect, it } from 'vitest';

const SITE = process.env.OJ_SITE ?? 'dist';
const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.html'))
  .sort();

/**
 * Every page by the parser of the HTML standard, which names each place where a browser would have to guess. Together
 * with html-validate (one page of each kind) these are two that nobody wrote together.
 */
it('no page has anything that a parser must guess at', () => {
  expect(pages.length).toBeGreaterThan(50);
  const found = pages.flatMap((page) => {
    const errors: ParserError[] = [];
    parse(readFileSync(join(SITE, page), 'utf8'), {
      sourceCodeLocationInfo: false,
      onParseError: (error) => errors.push(error),
    });
    return errors.map((e) => `${page}:${e.startLine}:${e.startCol} ${e.code}`);
  });
  expect(found.slice(0, 10)).toEqual([]);
});

it('the parser would say so', () => {
  const errors: string[] = [];
  parse('<!DOCTYPE html><title>x</title><p id=a id=b><b><i></b></i>&#x110000;', {
    onParseError: ({ code }) => errors.push(code),
  });
  expect(errors).toContain('duplicate-attribute');
});
