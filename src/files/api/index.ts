import type { CatalogueIndex } from '../../model/catalogue.ts';
import { jsonBytes } from '../common/bytes.ts';
import { exampleSuffix } from '../common/scopes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { about, type Endpoint, type EndpointFile, endpoint, pathOf } from './endpoint.ts';
import { INVENTERING } from './inventering.ts';
import { LIKNANDE } from './liknande.ts';
import { LISTS } from './lists.ts';
import { OBSERVATIONS } from './observations.ts';
import { openApi } from './openapi.ts';
import { ApiInfo, Innehall } from './schemas.ts';

const CONTENTS: Endpoint = endpoint({
  path: '/index.json',
  summary: 'Innehåll: alla resurser i API:et',
  schema: { name: 'Innehall', type: Innehall },
  entries: (index) => [
    {
      title: 'Innehåll i API:et',
      content: () => ({
        ...about(index),
        openapi: 'openapi.json',
        resurser: ENDPOINTS.map((e) => ({ adress: e.path.slice(1), titel: e.summary })),
        observationer: index.catalogue.indikatorer.map((i) => `observationer/${i.id}.json`),
      }),
    },
  ],
});

/** What an API says of itself by DIGG's REST profile (INF.01). A static host gives it as a file with an ending. */
const API_INFO: Endpoint = endpoint({
  path: '/api-info.json',
  summary: 'Om API:et: namn, version, status och dokumentation',
  schema: { name: 'ApiInfo', type: ApiInfo },
  entries: ({ catalogue: { release } }) => [
    {
      title: 'Om API:et',
      content: () => ({
        apiName: release.titel,
        apiVersion: release.version,
        apiReleased: release.datum,
        apiDocumentation: `${release.webbplats}data/api/`,
        apiStatus: 'active' as const,
      }),
    },
  ],
});

/** Everything below `/api/v1/`, in the order that it is described. */
export const ENDPOINTS: readonly Endpoint[] = [
  CONTENTS,
  API_INFO,
  ...LISTS,
  LIKNANDE,
  ...OBSERVATIONS,
  ...INVENTERING,
];

/** The static API: plain JSON files with the column names of the CSV files as keys, and their description. */
export const apiWriter: Writer = {
  name: 'api',
  files: (index) => [
    ...ENDPOINTS.flatMap((e) => e.entries(index).map((entry) => jsonFile(e, entry))),
    description(index),
  ],
};

function jsonFile(of: Endpoint, entry: EndpointFile<unknown>): PublishedFile {
  const example = entry.example ?? false;
  return {
    path: `api/v1${pathOf(of, entry)}`,
    mediaType: 'application/json; charset=utf-8',
    format: 'JSON',
    title: entry.title,
    description: `${of.summary}.${exampleSuffix(example)}`,
    opensIn: 'R, Python, Excel (Power Query), webbläsare',
    group: 'api',
    ...(entry.parameter === undefined ? {} : { about: entry.parameter }),
    example,
    content: () => jsonBytes(entry.content()),
  };
}

function description(index: CatalogueIndex): PublishedFile {
  return {
    path: 'api/v1/openapi.json',
    mediaType: 'application/json; charset=utf-8',
    format: 'OpenAPI',
    title: 'Beskrivning av API:et',
    description: 'OpenAPI 3.1: alla adresser och svarens form.',
    opensIn: 'Swagger, Postman, kodgeneratorer',
    group: 'api',
    example: false,
    content: () => jsonBytes(openApi(index, ENDPOINTS), 1),
  };
}
