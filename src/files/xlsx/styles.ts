/** How a cell looks. The number of decimals is part of the name: `procent1` shows 1,9 %. */
export type Style =
  | 'plain'
  | 'title'
  | 'example'
  | 'note'
  | 'header'
  | 'header-right'
  | 'wrap'
  | 'year'
  | 'reason'
  | 'absent'
  | 'svar'
  | 'svar-forsta'
  | 'svar-mellan'
  | 'link'
  | `procent${Decimals}`
  | `tal${Decimals}`;
export type Decimals = 0 | 1 | 2 | 3;

/** The look of charts and pages in light mode, as Excel writes colours. */
const INK = 'FF1A2530';
const SOFT = 'FF4D5A66';
const ACCENT = 'FF0B5563';
const MARK = 'FF8A3F06';
const RULE = 'FFE3E1DA';

const FONTS = [
  `<sz val="11"/><color rgb="${INK}"/>`,
  `<b/><sz val="15"/><color rgb="${ACCENT}"/>`,
  `<b/><sz val="11"/><color rgb="${MARK}"/>`,
  `<sz val="10"/><color rgb="${SOFT}"/>`,
  `<b/><sz val="11"/><color rgb="FFFFFFFF"/>`,
  `<u/><sz val="11"/><color rgb="${ACCENT}"/>`,
];

/** The first two are fixed by the format. */
const FILLS = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  solid(ACCENT),
  solid('FFFBEFE4'),
  solid('FFB5D3D8'),
  solid('FFE3EEF0'),
];

function solid(colour: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill>`;
}

const BORDERS = [
  '<left/><right/><top/><bottom/><diagonal/>',
  `<left/><right/><top/><bottom style="medium"><color rgb="${ACCENT}"/></bottom><diagonal/>`,
  `<left/><right/><top/><bottom style="thin"><color rgb="${RULE}"/></bottom><diagonal/>`,
];
/** The thin line under every row of values. */
const LINED = 2;

/**
 * A percentage is stored as the API says it, 17.3 for 17,3 %, so that every file holds the same number. The sign is
 * therefore a text in the format: Excel's own percent format would multiply by a hundred.
 */
const FORMATS = [0, 1, 2, 3].flatMap((d) => {
  const decimals = d === 0 ? '' : `.${'0'.repeat(d)}`;
  return [`0${decimals}"\u00a0%"`, `#,##0${decimals}`];
});
const FIRST_FORMAT = 164;

type Look = { font?: number; fill?: number; border?: number; format?: number; align?: string };

const LOOKS: Readonly<Record<Style, Look>> = {
  plain: { border: LINED, align: 'horizontal="left" vertical="top" indent="1"' },
  title: { font: 1 },
  example: { font: 2, fill: 3 },
  note: { font: 3 },
  header: {
    font: 4,
    fill: 2,
    border: 1,
    align: 'horizontal="left" vertical="center" wrapText="1" indent="1"',
  },
  'header-right': {
    font: 4,
    fill: 2,
    border: 1,
    align: 'horizontal="right" vertical="center" wrapText="1"',
  },
  wrap: { border: LINED, align: 'horizontal="left" vertical="top" wrapText="1" indent="1"' },
  year: { border: LINED, format: 1, align: 'horizontal="center" vertical="top"' },
  reason: { border: LINED, font: 3, align: 'horizontal="left" vertical="top" indent="1"' },
  absent: { border: LINED, font: 3, align: 'horizontal="center" vertical="top"' },
  svar: { border: LINED, align: 'horizontal="center" vertical="top"' },
  'svar-forsta': { border: LINED, fill: 4, align: 'horizontal="center" vertical="top"' },
  'svar-mellan': { border: LINED, fill: 5, align: 'horizontal="center" vertical="top"' },
  link: { border: LINED, font: 5, align: 'horizontal="left" vertical="top" indent="1"' },
  procent0: number(0),
  tal0: number(1),
  procent1: number(2),
  tal1: number(3),
  procent2: number(4),
  tal2: number(5),
  procent3: number(6),
  tal3: number(7),
};

function number(format: number): Look {
  return { border: LINED, format: FIRST_FORMAT + format, align: 'horizontal="right" vertical="top"' };
}

const NAMES = Object.keys(LOOKS) as readonly Style[];
const NUMBER_OF: ReadonlyMap<Style, number> = new Map(NAMES.map((name, i) => [name, i]));

/** The number by which a cell refers to its style. */
export const styleNumber = (style: Style): number => NUMBER_OF.get(style) ?? 0;

const list = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

const FONT_NAME = '<name val="Calibri"/><family val="2"/>';

/** The whole `xl/styles.xml`: the same in every workbook. */
export const STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list(
    'numFmts',
    FORMATS.map(
      (f, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${f.replaceAll('"', '&quot;')}"/>`,
    ),
  ),
  list(
    'fonts',
    FONTS.map((f) => `<font>${f}${FONT_NAME}</font>`),
  ),
  list(
    'fills',
    FILLS.map((f) => `<fill>${f}</fill>`),
  ),
  list(
    'borders',
    BORDERS.map((b) => `<border>${b}</border>`),
  ),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list(
    'cellXfs',
    NAMES.map((name) => xf(LOOKS[name])),
  ),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  '</styleSheet>',
].join('');

function xf({ font = 0, fill = 0, border = 0, format = 0, align }: Look): string {
  const apply = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${apply}>${align ? `<alignment ${align}/>` : ''}</xf>`;
}
