import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { figureOf, figureRefs } from '../../../src/charts/from/refs.ts';
import { standaloneSvg } from '../../../src/charts/standalone.ts';
import { pngOf } from '../../../src/files/figures/png.ts';
import { fixtureIndex } from '../../charts/fixture.ts';

const { resolve } = createRequire(import.meta.url);
const fontBuffers = ['400Regular', '600SemiBold', '700Bold'].map((w) =>
  readFileSync(resolve(`@expo-google-fonts/source-sans-3/${w}/SourceSans3_${w}.ttf`)),
);

/** The whole picture as resvg draws it at once, with all letters, in weights that it knows. */
function atOnce(svg: string) {
  const image = new Resvg(svg.replaceAll('font-weight="650"', 'font-weight="700"'), {
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
    fitTo: { mode: 'zoom', value: 2 },
  }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

const drawn = async (svg: string) => PNG.sync.read(Buffer.from(await pngOf({ svg, texts: {} })));

/** Points that an eye could tell apart, and the largest difference of a channel. */
async function differences(svg: string) {
  // The first picture starts resvg.
  const ours = await drawn(svg);
  const theirs = atOnce(svg);
  const { width, height } = theirs;
  expect([ours.width, ours.height]).toEqual([width, height]);
  const most = theirs.data.reduce((max, value, i) => Math.max(max, Math.abs(value - (ours.data[i] ?? 0))), 0);
  const seen = pixelmatch(ours.data, theirs.data, undefined, width, height, { threshold: 0.1 });
  return { most, share: seen / (width * height) };
}

const index = fixtureIndex();
const refs = index.catalogue.indikatorer.flatMap((indicator) => figureRefs(index, indicator));
/** One picture of each kind: map, spread, groups, län, answers, series. */
const kinds = [...new Map(refs.map((ref) => [ref.id.replace(/-.*/, ''), ref])).values()];

describe('a picture drawn part by part', () => {
  it.each(
    kinds.map((ref) => [ref.id, ref] as const),
  )('looks as when it is drawn at once: %s', async (_, ref) => {
    const svg = standaloneSvg(figureOf(index, ref), 'light', 'Prov');
    const { share, most } = await differences(svg);
    // A letter is an eighth of a point beside its place at most, and a map has more colours than a palette.
    expect(share).toBeLessThan(0.0001);
    expect(most).toBeLessThan(100);
  });

  const picture = (inner: string, height = 120) =>
    `<svg width="300" height="${height}" font-family="'Source Sans 3',sans-serif" xmlns="http://www.w3.org/2000/svg" fill="#4d5a66" font-size="14" viewBox="0 0 300 ${height}"><rect width="300" height="${height}" fill="#fbfaf7"/>${inner}</svg>`;

  it.each([
    [
      'Swedish letters and signs',
      '<text x="10" y="30">Åsele, Älvdalen, Överkalix: −3,5 % – ”ökat” &lt; 5 &amp; 6</text>',
    ],
    [
      'weights',
      '<text x="9" y="30" font-weight="600">Halv</text><g font-weight="700"><text x="90.3" y="30">Fet</text><text font-weight="400" x="150" y="30">Mager</text></g>',
    ],
    [
      'anchors',
      '<g text-anchor="middle"><text x="150.5" y="30">mitten</text><text x="290" y="60.2" text-anchor="end">slutet 1 234</text></g>',
    ],
    [
      'a halo over another text',
      '<text x="20" y="40">Under under</text><text x="40.7" y="44" fill="#1a2530" stroke="#fbfaf7" stroke-width="4" paint-order="stroke" stroke-linejoin="round">Över</text>',
    ],
    [
      'spaced letters and spans',
      '<text x="20" y="40" letter-spacing="3">GLES <tspan font-weight="700">och fet</tspan><tspan dy="6" font-size="9">liten</tspan></text>',
    ],
    [
      'turned',
      '<text x="40" y="100" transform="rotate(-90 40 100)">Andel i procent</text><g transform="translate(150 60) rotate(30)"><rect width="40" height="20"/></g>',
    ],
    [
      'what leaves the picture',
      '<text x="280" y="5">utanför</text><circle cx="0" cy="120" r="30"/><path d="M-10 60h400" stroke="#000000" stroke-width="3"/>',
    ],
    [
      'sharp corners far outside',
      '<path fill="none" stroke="#b4530a" stroke-width="30" stroke-miterlimit="40" d="M50 110L60 40L70 110"/>',
    ],
    ['together', '<g opacity="0.5"><circle cx="50" cy="50" r="30"/><circle cx="80" cy="50" r="30"/></g>'],
  ])('%s', async (_, inner) => {
    const { share, most } = await differences(picture(inner));
    expect(share).toBeLessThan(0.0005);
    expect(most).toBeLessThan(70);
    // Not only paper in both.
    expect((await drawn(picture(inner))).data.equals((await drawn(picture(''))).data)).toBe(false);
  });

  it('is the same for any picture of rectangles, circles, lines and words', async () => {
    await pngOf({ svg: picture(''), texts: {} });
    const place = fc.integer({ min: -200, max: 3200 }).map((tenths) => tenths / 10);
    const size = fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10);
    const colour = fc.constantFrom('#0b4a57', '#b4530a', '#fbfaf7', '#1a2530');
    const shape = fc.oneof(
      fc
        .record({ x: place, y: place, a: size, b: size, colour })
        .map((r) => `<rect x="${r.x}" y="${r.y}" width="${r.a}" height="${r.b}" fill="${r.colour}"/>`),
      fc
        .record({ x: place, y: place, a: size, colour })
        .map(
          (r) =>
            `<circle cx="${r.x}" cy="${r.y}" r="${r.a}" fill="none" stroke="${r.colour}" stroke-width="2.5"/>`,
        ),
      fc
        .record({ x: place, y: place, words: fc.constantFrom('Umeå', '12 %', 'av 29'), colour })
        .map((r) => `<text x="${r.x}" y="${r.y}" fill="${r.colour}">${r.words}</text>`),
    );
    const group = fc
      .record({ x: place, scale: fc.constantFrom(1, 0.9, 1.667), inner: fc.array(shape, { maxLength: 5 }) })
      .map((g) => `<g transform="translate(${g.x} ${g.x / 2}) scale(${g.scale})">${g.inner.join('')}</g>`);
    // resvg itself stops where something translucent is wholly outside.
    const within = fc.integer({ min: 300, max: 1000 }).map((tenths) => tenths / 10);
    const translucent = fc
      .record({ x: within, y: within, a: size, colour })
      .map((r) => `<path d="M${r.x} ${r.y}l${r.a}-20" stroke="${r.colour}" opacity="0.6"/>`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(shape, translucent, group), { maxLength: 8 }), async (shapes) => {
        // An edge that goes through the middle of points may fall on either side along all of it.
        expect((await differences(picture(shapes.join('')))).share).toBeLessThan(0.005);
      }),
      { numRuns: 30 },
    );
  });

  it('is refused without paper', async () => {
    const bare = picture('').replace(/<rect[^>]*>/, '');
    await expect(pngOf({ svg: bare, texts: {} })).rejects.toThrow('not on paper');
  });
});
