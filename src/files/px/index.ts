import type { Absence } from '../../model/absence.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { comparabilityNotes } from '../../model/indicator.ts';
import type { Release } from '../../model/release.ts';
import { absenceExplanation, absenceLabel } from '../../text/absence.ts';
import { EXAMPLE_NOTE } from '../../text/names.ts';
import { NO_VALUES } from '../common/absent.ts';
import { exampleSuffix } from '../common/scopes.ts';
import { factsOfIndicator } from '../common/value-facts.ts';
import { type CellRemark, type Cube, cubeOf } from '../cube/cube.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { pxNumber, pxText, windows1252 } from './encode.ts';

/** PX (PC-Axis) for each indicator: what PxWeb and every statistical agency's tools open. */
export const pxWriter: Writer = {
  name: 'px',
  files: (index) =>
    index.catalogue.indikatorer.map((indicator): PublishedFile => {
      const example = factsOfIndicator(index, indicator).exempel;
      return {
        path: `data/indikatorer/${indicator.id.toLowerCase()}.px`,
        mediaType: 'text/x-pcaxis',
        format: 'PX',
        title: indicator.titel,
        description: `Indikatorns värden för PX-verktyg.${exampleSuffix(example)}`,
        opensIn: 'PX-Win, PxWeb, R (pxR), Python (pyaxis)',
        group: 'indikator',
        about: indicator.id,
        example,
        content: () => windows1252(pxFile(index, cubeOf(index, indicator))),
      };
    }),
};

/**
 * PX has six signs for what is missing, one dot to six; `-` would be an exact zero. Each of our six reasons has one, and
 * `DATASYMBOL` says what a reader sees.
 */
const DOTS: Readonly<Record<Absence, string>> = {
  'ej-tillamplig': '.',
  'uppgift-saknas': '..',
  bortfall: '...',
  skyddad: '....',
  'ej-efterfragad': '.....',
  'ej-publicerad': '......',
};

function pxFile(index: CatalogueIndex, cube: Cube): string {
  const { release } = index.catalogue;
  const { indicator, places, measures, sexes, years, cells } = cube;
  const area = index.omrade(indicator.omrade);
  const day = `${release.datum.replaceAll('-', '')} 00:00`;
  const variables = [
    { name: 'plats', items: places },
    { name: 'mått', items: measures },
    { name: 'kön', items: sexes },
    { name: 'år', items: years },
  ];
  const known = years.every((y) => y.code !== 'okant');
  const decimals = Math.min(
    MOST_DECIMALS,
    Math.max(0, ...cells.map((c) => (typeof c === 'number' ? decimalsOf(c) : 0))),
  );
  const perPlace = cells.length / places.length;
  const rows = places.map((_, i) =>
    cells
      .slice(i * perPlace, (i + 1) * perPlace)
      .map((cell) => dataCell(cell, decimals))
      .join(' '),
  );
  return [
    line('CHARSET', ['ANSI']),
    line('AXIS-VERSION', ['2013']),
    line('CODEPAGE', ['windows-1252']),
    line('LANGUAGE', ['sv']),
    line('CREATION-DATE', [day]),
    line('TABLEID', [indicator.id]),
    `DECIMALS=${decimals};`,
    `SHOWDECIMALS=${indicator.decimaler};`,
    line('MATRIX', [indicator.id]),
    line('SUBJECT-CODE', ['SO']),
    line('SUBJECT-AREA', [area?.kortnamn ?? release.titel]),
    'COPYRIGHT=NO;',
    longText('DESCRIPTION', indicator.titel),
    longText('TITLE', `${indicator.titel} efter plats, mått, kön och år`),
    line('CONTENTS', [indicator.kortnamn]),
    line('UNITS', [[...new Set(measures.map((m) => m.unit))].join(' och ')]),
    line('STUB', ['plats']),
    line('HEADING', ['mått', 'kön', 'år']),
    line('CONTVARIABLE', ['mått']),
    ...measures.map((m) => line(`UNITS("${pxText(m.label)}")`, [m.unit])),
    ...variables.map((v) =>
      line(
        `VALUES("${v.name}")`,
        v.items.map((c) => c.label),
      ),
    ),
    ...(known ? [`TIMEVAL("år")=TLIST(A1),${years.map((y) => `"${y.code}"`).join(',')};`] : []),
    ...variables.map((v) =>
      line(
        `CODES("${v.name}")`,
        v.items.map((c) => c.code),
      ),
    ),
    line('LAST-UPDATED', [day]),
    longText('CONTACT', `${release.organisation.namn}, ${release.organisation.epost}`),
    longText('SOURCE', indicator.kalla),
    longText('NOTEX', noteOf(cube, release)),
    ...cube.remarks.flatMap((remark) => measures.slice(0, 1).map((m) => cellNote(remark, m.label))),
    ...Object.entries(DOTS).map(([reason, dots]) =>
      line(`DATASYMBOL${dots.length}`, [`${dots} (${absenceLabel(reason as Absence)})`]),
    ),
    `DATA=\r\n${rows.join(' \r\n')};`,
  ].join('\r\n');
}

/** A note at a cell: the values of the variables in the order of stub and heading. */
const cellNote = ({ place, sex, year, text }: CellRemark, measure: string): string =>
  longText(`CELLNOTE(${[place, measure, sex, year].map((v) => `"${pxText(v)}"`).join(',')})`, text);

/** The format's own limit. A cell never has more decimals than the file declares. */
const MOST_DECIMALS = 15;

function dataCell(cell: number | Absence, decimals: number): string {
  if (typeof cell !== 'number') return `"${DOTS[cell]}"`;
  return pxNumber(decimalsOf(cell) > decimals ? Number(cell.toFixed(decimals)) : cell);
}

const decimalsOf = (value: number) => pxNumber(value).split('.')[1]?.length ?? 0;

/** Longest string that the format allows, and where long lists are broken: only after a comma. */
const LONGEST = 256;
const PER_LINE = 8;

function line(key: string, values: readonly string[]): string {
  const quoted = values.map((v) => `"${pxText(v).slice(0, LONGEST)}"`);
  const lines = [];
  for (let i = 0; i < quoted.length; i += PER_LINE) lines.push(quoted.slice(i, i + PER_LINE).join(','));
  return `${key}=${lines.join(',\r\n')};`;
}

/** A long text is several strings, one a line, that readers put together again. */
function longText(key: string, text: string): string {
  const parts = pxText(text).match(/.{1,240}(?:\s|$)|.{1,240}/g) ?? [''];
  return `${key}=${parts.map((p) => `"${p}"`).join('\r\n')};`;
}

function noteOf(cube: Cube, release: Release): string {
  const { indicator, example, empty } = cube;
  const reasons = Object.entries(DOTS).map(
    ([reason, dots]) =>
      `${dots} ${absenceLabel(reason as Absence)}: ${absenceExplanation(reason as Absence)}`,
  );
  return [
    ...(example ? [EXAMPLE_NOTE] : []),
    ...(empty ? [NO_VALUES] : []),
    indicator.definition,
    ...comparabilityNotes(indicator),
    ...reasons,
    `Version ${release.version}. Licens: ${release.licens.url}`,
  ].join(' ');
}
