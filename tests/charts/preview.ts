/**
 * Draws every figure of the fixture on one page, light or dark, wide or narrow, for eyes: `node tests/charts/preview.ts OUT`.
 * Not a test; goldens hold what is agreed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerMark } from '../../src/charts/answer-mark.ts';
import { chartCss } from '../../src/charts/css.ts';
import type { Figure } from '../../src/charts/figure.ts';
import { indicatorDistribution } from '../../src/charts/from/distribution.ts';
import { indicatorGroups } from '../../src/charts/from/groups.ts';
import { indicatorMap } from '../../src/charts/from/map.ts';
import { indicatorMapLan } from '../../src/charts/from/map-lan.ts';
import { indicatorSeries } from '../../src/charts/from/series.ts';
import { answersBar } from '../../src/charts/from/stacked.ts';
import { locator } from '../../src/charts/hex/locator.ts';
import { miniBar } from '../../src/charts/mini-bar.ts';
import { PALETTE } from '../../src/charts/palette.ts';
import { AGREEMENT, fixtureIndex, PLAN, referens, SUPPORT } from './fixture.ts';

const index = fixtureIndex();
const umea = { kod: '2480' };
const figures = [
  indicatorMap(index, SUPPORT, 2022, umea.kod),
  indicatorMap(index, AGREEMENT, 2016),
  indicatorMapLan(index, PLAN, 2016),
  indicatorDistribution(index, SUPPORT, 2022),
  indicatorDistribution(index, SUPPORT, 2022, umea),
  indicatorDistribution(index, AGREEMENT, 2016),
  indicatorDistribution(index, AGREEMENT, 2016, umea),
  indicatorDistribution(index, PLAN, 2016, { kod: '0180' }),
  indicatorSeries(index, PLAN),
  indicatorSeries(index, SUPPORT),
  answersBar(index, PLAN, 2016, '24'),
  indicatorGroups(index, AGREEMENT, 2016),
  indicatorGroups(index, SUPPORT, 2022),
].filter((f): f is Figure => f !== null);

const tokens = (scheme: 'light' | 'dark') =>
  Object.entries(PALETTE[scheme])
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const figureHtml = (f: Figure, narrow: boolean) => `<figure><h2>${f.title}</h2><p>${f.sentence}</p>
${narrow && f.narrow ? f.narrow : f.svg}
<ul>${f.legend.map((l) => `<li><span class="sw ${l.swatch}"></span>${l.label} <b>${l.count ?? ''}</b></li>`).join('')}</ul>
<small>${f.notes.join(' ')} ${f.source} (${f.table.rows.length} rader)</small></figure>`;

const page = (
  scheme: 'light' | 'dark',
  narrow: boolean,
) => `<!doctype html><html lang="sv"><meta charset="utf-8"><style>
:root{${tokens(scheme)}} body{background:var(--paper);color:var(--ink);font:18px/1.5 "Source Sans 3 Variable","Source Sans 3",sans-serif;max-width:${narrow ? 328 : 760}px;margin:16px}
figure{margin:0 0 40px} small,b{color:var(--soft);font-weight:400} h2{margin:0;font-size:22px} p{margin:4px 0 12px} ul{list-style:none;padding:0}
.sw{display:inline-block;width:1.6rem;height:1.1rem;border:1px solid var(--soft);margin-right:.5rem;vertical-align:-.2em} .s{width:1.05em;height:1.05em;vertical-align:-.14em}
${chartCss()}.chart.narrow{display:block}.mini-bar{width:60px;height:8px}.locator{width:15rem}</style>
<p>${(['ja', 'delvis', 'nej', 'saknas', 'kategori-0', 'kategori-1', 'kategori-2'] as const).map((t) => `${answerMark(t)} ${t}`).join(' · ')} ${miniBar(17)} ${miniBar(80)}</p>
${locator(referens, { lanskod: '24', kommunkod: '2480', label: 'Umeå' })}
${figures.map((f) => figureHtml(f, narrow)).join('\n')}</html>`;

const out = process.argv[2] ?? join(tmpdir(), 'charts');
mkdirSync(out, { recursive: true });
for (const scheme of ['light', 'dark'] as const)
  for (const width of ['wide', 'narrow'] as const)
    writeFileSync(`${out}/${scheme}-${width}.html`, page(scheme, width === 'narrow'));
console.log(figures.map((f) => `${f.id}: ${f.svg.length} ${f.narrow?.length ?? '-'}`).join('\n'));
