import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, it } from 'vitest';
import { matrixOf } from '../../src/compare/matrix.ts';
import { NOTHING } from '../../src/compare/selection.ts';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { comparisonDeck } from '../../src/files/pptx/comparison-deck.ts';
import { pptxBytes } from '../../src/files/pptx/package.ts';
import { CITY, compareFixture } from '../compare/fixture.ts';
import { publish } from './helpers/catalogue.ts';

// Each kind of slide, sheet and report page as a picture, against what it was when somebody last looked (UPDATE_GOLDEN=1
// renews). LibreOffice and its letters differ between machines: the pictures are held where they were made with the same.
const GOLDEN = 'tests/golden/pictures';
const MADE_WITH = join(GOLDEN, 'gjorda-med.txt');

const said = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.trim().split('\n')[0] : null;
};
const tools = [said('soffice', '--version'), said('pdftoppm', '-v'), said('fc-match', 'Arial')];
const made = tools.join('\n');
const renew = process.env.UPDATE_GOLDEN === '1';
const same = existsSync(MADE_WITH) && readFileSync(MADE_WITH, 'utf8').trim() === made;
const soffice = tools.every((t) => t !== null) && (renew || same);
if (!soffice)
  console.warn('Bilderna av bilder, blad och rapporter jämförs inte här: andra program än de gjordes med.');

/** So many slides, sheets or pages beside each other on one picture. */
const ACROSS = 3;
/** Dots per inch: a slide is 400 wide, and its largest words can be read. */
const DPI = '30';
/** Share of the points that may differ: a line of text that moves is more. */
const TOLERANCE = 0.004;

const folder = mkdtempSync(join(tmpdir(), 'oj-bilder-'));

/** Some pages of a PDF on one sheet. */
function sheetOf(name: string, numbers: readonly number[]): PNG {
  const pages = numbers.map((n) => {
    const at = ['-f', String(n), '-l', String(n)];
    const options = ['-r', DPI, ...at, '-singlefile', '-png', `${name}.pdf`, `${name}-${n}`];
    execFileSync('pdftoppm', options, { cwd: folder, stdio: 'ignore' });
    return PNG.sync.read(readFileSync(join(folder, `${name}-${n}.png`)));
  });
  const [width, height] = [Math.max(...pages.map((p) => p.width)), Math.max(...pages.map((p) => p.height))];
  const across = Math.min(ACROSS, pages.length);
  const sheet = new PNG({ width: width * across, height: height * Math.ceil(pages.length / across) });
  for (const [i, page] of pages.entries())
    PNG.bitblt(
      page,
      sheet,
      0,
      0,
      page.width,
      page.height,
      (i % across) * width,
      Math.floor(i / across) * height,
    );
  return sheet;
}

/** One of each kind: what it is called here, where it is published (null: made in the browser), and which pages are looked at. */
const FILES = [
  // Cover, sentences, shares, areas beside each other, table, question, years, years over a break.
  ['omrade-bilder', 'data/hemloshet/2016.pptx', [1, 2, 3, 6, 7, 8, 31, 32, 35]],
  // Answers of stadsdelar, answers of a kommun beside others, a register, what is alike.
  ['stad-bilder', 'data/kommun/stockholm.pptx', [2, 3, 7, 17, 18, 19]],
  // Where it differs from others: several questions, and a single one beside all that it is compared with.
  ['kommun-bilder', 'data/kommun/umea.pptx', [3, 4, 6]],
  ['kommun-en-bild', 'data/kommun/alvkarleby.pptx', [12]],
  ['jamforelse-bilder', null, [1, 2, 3, 4, 5, 6]],
  ['ar-blad', 'data/hemloshet/2023.xlsx', [1, 9, 10, 12, 13, 15]],
  ['kommun-blad', 'data/kommuner/umea.xlsx', [1, 3, 6]],
  ['lan-blad', 'data/lan/vasterbottens-lan.xlsx', [1, 2, 3]],
  ['kommun-rapport', 'data/kommun/umea.pdf', [1, 2, 3]],
  ['guide', 'data/anvandarguide.pdf', [1, 6, 20]],
  ['program-bilder', 'data/program/stockholm-2020-2025.pptx', [3, 4, 5]],
  ['program', 'data/program/stockholm-2020-2025.pdf', [1]],
] as const;
const endingOf = (path: string | null) => path?.split('.').at(-1) ?? 'pptx';

beforeAll(async () => {
  if (!soffice) return;
  const site = await publish();
  const data = compareFixture();
  const parts = matrixOf(data, { ...NOTHING, kommuner: ['0001', '0002', '0003', '0007', CITY] });
  const deck = comparisonDeck([parts], data, { grupp: 'Åmål och fyra till', ar: null });
  for (const [name, path] of FILES) {
    const bytes = path === null ? pptxBytes(deck, zipInNode) : await site.bytes(path);
    writeFileSync(join(folder, `${name}.${endingOf(path)}`), bytes);
  }
  const office = FILES.filter(([, path]) => endingOf(path) !== 'pdf').map(
    ([name, path]) => `${name}.${endingOf(path)}`,
  );
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profil`, '--headless', '--convert-to', 'pdf', ...office],
    { cwd: folder, stdio: 'ignore' },
  );
  if (renew) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(MADE_WITH, `${made}\n`);
  }
}, 240_000);

it.skipIf(!soffice).each(FILES)('%s (%s) looks as agreed', (name, _, pages) => {
  const shown = sheetOf(name, pages);
  const path = join(GOLDEN, `${name}.png`);
  if (renew) writeFileSync(path, PNG.sync.write(shown));
  const agreed = PNG.sync.read(readFileSync(path));
  expect([shown.width, shown.height]).toEqual([agreed.width, agreed.height]);
  const { width, height } = shown;
  const differ = pixelmatch(shown.data, agreed.data, undefined, width, height, { threshold: 0.2 });
  expect(differ / (width * height)).toBeLessThan(TOLERANCE);
});
