import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { PAGE_TYPES } from '../e2e/page-types.ts';

const SITE = process.env.OJ_SITE ?? 'dist';

// The recommended rules, less those about how Astro writes (which quotes, which void elements are closed) and
// those that ask for what axe already answers on the rendered page.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'valid-id': 'off',
    'svg-focusable': 'off',
    'tel-non-breaking': 'off',
    'no-implicit-button-type': 'off',
    'no-redundant-for': 'off',
    'require-sri': 'off',
  },
});

it.each(PAGE_TYPES.filter((p) => p !== 'finns-inte/'))('/%s is valid HTML', async (path) => {
  const file = join(SITE, path, 'index.html');
  expect(existsSync(file)).toBe(true);
  const report = await validator.validateString(readFileSync(file, 'utf8'));
  const messages = report.results.flatMap((r) =>
    r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector})`),
  );
  expect([...new Set(messages)].slice(0, 8)).toEqual([]);
});
