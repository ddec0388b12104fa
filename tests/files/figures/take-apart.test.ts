import { describe, expect, it } from 'vitest';
import { type Part, takenApart } from '../../../src/files/figures/take-apart.ts';

const PAPER = '<rect width="100" height="50" fill="#fbfaf7"/>';
const picture = (inner: string) =>
  `<svg width="100" height="50" xmlns="http://www.w3.org/2000/svg" fill="#4d5a66" viewBox="0 0 100 50" role="img" aria-label="Bild">${inner}</svg>`;
/** Taken apart with each text left whole, two points to a unit. */
const apart = (svg: string) => takenApart(svg, 2, () => null);
/** The parts of what is drawn, two points to a unit. */
const parts = (inner: string): readonly Part[] => apart(picture(inner)).parts;
const markups = (inner: string) => parts(inner).map((part) => ('markup' in part ? part.markup : null));

describe('a picture taken apart', () => {
  it('has its size in points, and a rectangle between points as a rectangle', () => {
    expect(apart(picture(PAPER))).toEqual({
      width: 200,
      height: 100,
      parts: [{ x: 0, y: 0, width: 200, height: 100, fill: '#fbfaf7' }],
    });
    const moved =
      '<g transform="translate(10 5) scale(2)" fill="#0b4a57"><rect x="1" y="2" width="3.5" height="4"/></g>';
    expect(parts(moved)).toEqual([{ x: 24, y: 18, width: 14, height: 16, fill: '#0b4a57' }]);
  });

  it('has no plain rectangle with a line, round corners, a part of a point, or something shining through', () => {
    const look = [
      'stroke="#000000"',
      'rx="3"',
      'opacity="0.5"',
      'fill-opacity="0.5"',
      'fill="none"',
      'fill="url(#a)"',
    ];
    for (const more of look) expect(markups(`<rect width="4" height="4" ${more}/>`)).not.toContain(null);
    expect(markups('<rect x="0.2" width="4" height="4"/>')).not.toContain(null);
    expect(markups('<rect width="4.1" height="4"/>')).not.toContain(null);
  });

  it('has the same markup for the same shape, wherever it stands between points', () => {
    const field = (x: number, y: number) => `<path fill="#0b4a57" d="M${x} ${y}l7 4v8l-7 4z"/>`;
    const [one, other, between] = parts(field(10, 20) + field(31.5, 2) + field(10.1, 20));
    expect(one).toMatchObject({ x: 20, y: 40 });
    expect(other).toEqual({ ...one, x: 63, y: 4 });
    expect(between).toMatchObject({ x: 20, y: 40 });
    expect(between).not.toEqual(one);
    const names = markups(
      '<text x="3" y="9">Umeå</text><g transform="translate(2 4)"><text x="8" y="7">Umeå</text></g>',
    );
    expect(names[0]).toBe(names[1]);
    const dots = markups(
      '<circle cx="4" cy="4" r="2"/><circle cx="9" cy="30" r="2"/><circle cx="9" cy="30" r="3"/>',
    );
    expect([dots[0] === dots[1], dots[1] === dots[2]]).toEqual([true, false]);
  });

  it('keeps a path with a second fixed place, and a length that is no number, as it is written', () => {
    const [path] = parts('<path d="M10 20h5M30 20h5"/>');
    expect(path).toMatchObject({ x: 0, y: 0, markup: expect.stringContaining('d="M10 20h5M30 20h5"') });
    const [words] = parts('<g transform="translate(42 10)"><text y="0.3em">0 %</text></g>');
    expect(words).toMatchObject({ x: 84, y: 20, markup: expect.stringContaining('y="0.3em"') });
  });

  it('hands on what a group says, the nearest last, and leaves out what is not drawn', () => {
    const [markup] = markups(
      '<g font-size="14" aria-hidden="true"><g font-size="13" font-weight="600"><text class="x" x="1" y="2">8 &lt; 9 &amp; ”ja”</text></g></g>',
    );
    expect(markup).toBe(
      '<g fill="#4d5a66" font-size="13" font-weight="600" transform="matrix(1 0 0 1 0 0)"><text class="x">8 &lt; 9 &amp; ”ja”</text></g>',
    );
    expect(
      markups('<title>Umeå: 3 &lt; 4</title><circle cx="1" cy="1" r="1"><title>Umeå</title></circle>'),
    ).toEqual(['<g fill="#4d5a66" transform="matrix(1 0 0 1 0 0)"><circle r="1"></circle></g>']);
  });

  it('keeps together what shines through together, and what is turned', () => {
    const together = markups(
      '<g opacity="0.5"><rect width="4" height="4"/><g><rect width="5" height="5"/></g></g>',
    );
    expect(together).toEqual([
      '<g fill="#4d5a66" transform="matrix(1 0 0 1 0 0)"><g opacity="0.5"><rect width="4" height="4"></rect><g><rect width="5" height="5"></rect></g></g></g>',
    ]);
    for (const turn of ['rotate(-90)', 'scale(2 3)', 'translate(3 4) rotate(-90 8 9)']) {
      const [turned] = parts(
        `<g transform="translate(5 6)"><text x="8" y="9" transform="${turn}">Andel</text></g>`,
      );
      expect(turned).toMatchObject({
        x: 10,
        y: 12,
        markup: expect.stringContaining(`<text x="8" y="9" transform="${turn}">`),
      });
    }
  });

  it('is refused when it holds what is not known, or has another size than it shows', () => {
    for (const inner of ['<image href="a.png"/>', '<defs/>', '<style>rect{}</style>', '<svg/>'])
      expect(() => parts(inner)).toThrow('no picture is drawn with');
    expect(() => apart(picture(PAPER).replace('0 0 100 50', '0 0 50 25'))).toThrow('a picture of 100 × 50');
    expect(() => apart('<g/>')).toThrow('no picture is drawn with g there');
    expect(() => apart('')).toThrow('There is no size of a picture');
  });
});
