import type { CatalogueIndex } from '../../model/catalogue.ts';
import { comparabilityNotes } from '../../model/indicator.ts';
import type { Release } from '../../model/release.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { EXAMPLE_NOTE } from '../../text/names.ts';
import { remarkAbout } from '../../text/remarks.ts';
import { NO_VALUES } from '../common/absent.ts';
import { jsonBytes } from '../common/bytes.ts';
import { exampleSuffix, scopesOf } from '../common/scopes.ts';
import { factsOfAll, factsOfIndicator } from '../common/value-facts.ts';
import { type Cube, type CubeCategory, cubeOf } from '../cube/cube.ts';
import type { PublishedFile, Writer } from '../file.ts';

const MEDIA = 'application/json; charset=utf-8';
const TOOLS = 'R (rjstat), Python (pyjstat), jsonstat-toolkit';

/** JSON-stat 2.0: a dataset for each indicator, and a collection for each area that lists them. */
export const jsonStatWriter: Writer = {
  name: 'json-stat',
  files: (index) => [
    ...index.catalogue.indikatorer.map((indicator): PublishedFile => {
      const example = factsOfIndicator(index, indicator).exempel;
      return {
        path: pathOf(indicator.id),
        mediaType: MEDIA,
        format: 'JSON-stat',
        title: indicator.titel,
        description: `Indikatorns värden som en kub, samma format som SCB:s API.${exampleSuffix(example)}`,
        opensIn: TOOLS,
        group: 'indikator',
        about: indicator.id,
        example,
        content: () => jsonBytes(dataset(index.catalogue.release, cubeOf(index, indicator))),
      };
    }),
    ...scopesOf(index).map((scope): PublishedFile => {
      const example = factsOfAll(index, scope.indikatorer).exempel;
      return {
        path: `data/${scope.slug}/indikatorer.jsonstat.json`,
        mediaType: MEDIA,
        format: 'JSON-stat',
        title: `${scope.titel}: indikatorernas kuber`,
        description: `Räknar upp indikatorerna som JSON-stat.${exampleSuffix(example)}`,
        opensIn: TOOLS,
        group: scope.slug,
        example,
        content: () => jsonBytes(collection(index, scope.titel, scope.indikatorer), 1),
      };
    }),
  ],
};

const pathOf = (id: string) => `data/indikatorer/${id.toLowerCase()}.jsonstat.json`;

function collection(
  index: CatalogueIndex,
  label: string,
  indicators: CatalogueIndex['catalogue']['indikatorer'],
) {
  const { release } = index.catalogue;
  return {
    version: '2.0',
    class: 'collection',
    label,
    updated: `${release.datum}T00:00:00Z`,
    link: {
      item: indicators.map((i) => ({
        class: 'dataset',
        href: `${release.webbplats}${pathOf(i.id)}`,
        label: i.titel,
      })),
    },
  };
}

function dataset(release: Release, cube: Cube) {
  const { indicator, places, measures, sexes, years, cells } = cube;
  const status = Object.fromEntries(
    cells.flatMap((cell, i) => (typeof cell === 'string' ? [[i, cell] as const] : [])),
  );
  const known = years.every((y) => y.code !== 'okant');
  return {
    version: '2.0',
    class: 'dataset',
    href: `${release.webbplats}${pathOf(indicator.id)}`,
    label: indicator.titel,
    source: indicator.kalla,
    updated: `${release.datum}T00:00:00Z`,
    id: ['plats', 'matt', 'kon', 'ar'],
    size: [places.length, measures.length, sexes.length, years.length],
    role: { geo: ['plats'], metric: ['matt'], ...(known ? { time: ['ar'] } : {}) },
    dimension: {
      plats: dimension('Plats', places),
      matt: {
        label: 'Mått',
        category: {
          ...categories(measures),
          unit: Object.fromEntries(measures.map((m) => [m.code, { label: m.unit, decimals: m.decimals }])),
        },
      },
      kon: dimension('Kön', sexes),
      ar: dimension('År', years),
    },
    value: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
    ...(Object.keys(status).length > 0 ? { status } : {}),
    note: notes(cube),
    extension: {
      indikator: indicator.id,
      exempel: cube.example,
      version: release.version,
      licens: release.licens.url,
      status: Object.fromEntries(ABSENCE_KEY.map((a) => [a.reason, `${a.symbol} ${a.explanation}`])),
    },
  };
}

const dimension = (label: string, items: readonly CubeCategory[]) => ({ label, category: categories(items) });

const categories = (items: readonly CubeCategory[]) => ({
  index: items.map((c) => c.code),
  label: Object.fromEntries(items.map((c) => [c.code, c.label])),
});

/** What must stand with the figures. */
function notes(cube: Cube): readonly string[] {
  return [
    cube.indicator.definition,
    ...comparabilityNotes(cube.indicator),
    ...(cube.example ? [EXAMPLE_NOTE] : []),
    ...(cube.empty ? [NO_VALUES] : []),
    ...cube.remarks.map(({ place, sex, year, text }) =>
      remarkAbout(
        [place, ...(cube.sexes.length > 1 ? [sex.toLocaleLowerCase('sv')] : []), year].join(', '),
        text,
      ),
    ),
  ];
}
