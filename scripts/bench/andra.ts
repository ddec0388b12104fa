import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../command.ts';
import { type Took, timed } from './processor.ts';

/** Eleventy is no package of ours: npx fetches this version, and where there is no network it is left out. */
const ELEVENTY = '@11ty/eleventy@3.1.2';

const ASTRO_CONFIG = `export default { build: { format: 'directory' }, devToolbar: { enabled: false } };\n`;
const ASTRO_PAGE = `---
import { readFileSync } from 'node:fs';
export const getStaticPaths = () =>
  JSON.parse(readFileSync(process.env.OJ_PAGES, 'utf8')).map(({ path, html }) => ({
    params: { path: path === '' ? undefined : path },
    props: { html },
  }));
const { html } = Astro.props;
---
<Fragment set:html={html} />
`;
const ELEVENTY_PAGES = `const { readFileSync } = require('node:fs');
module.exports = () => JSON.parse(readFileSync(process.env.OJ_PAGES, 'utf8'));\n`;
const ELEVENTY_PAGE = `exports.data = {
  pagination: { data: 'pages', size: 1, alias: 'made' },
  permalink: ({ made }) => made.path + '/index.html',
};
exports.render = ({ made }) => made.html;\n`;

/** What others need to write the very pages of a site, which they are given as ready strings. */
export function othersTimes(
  site: string,
  clock: () => number,
): { readonly pages: number; readonly astro: Took | null; readonly eleventy: Took | null } {
  const home = join(PROJECT, '.cache/bench-andra');
  rmSync(home, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(home, path, '..'), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
    .map((path) => ({
      path: path.slice(0, -'/index.html'.length),
      html: readFileSync(join(site, path), 'utf8'),
    }));
  write('sidor.json', JSON.stringify(pages));
  write('astro/astro.config.mjs', ASTRO_CONFIG);
  write('astro/src/pages/[...path].astro', ASTRO_PAGE);
  write('eleventy/_data/pages.js', ELEVENTY_PAGES);
  write('eleventy/page.11ty.js', ELEVENTY_PAGE);
  write('eleventy/package.json', '{}');
  const env = { ...process.env, OJ_PAGES: join(home, 'sidor.json'), ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--root', join(home, 'astro'), '--silent'];
  const eleventy: [string, ...string[]] = ['npx', '--yes', ELEVENTY, '--quiet'];
  const cwd = join(home, 'eleventy');
  // Once for npx to fetch it, which is not counted.
  const fetched = timed([...eleventy, '--version'], clock, { cwd, env, stdio: 'ignore' });
  return {
    pages: pages.length,
    astro: timed([process.execPath, ...astro], clock, { env }),
    eleventy: fetched === null ? null : timed(eleventy, clock, { cwd, env, stdio: 'ignore' }),
  };
}
