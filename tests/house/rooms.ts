// Data runs one way through the rooms; docs/architecture.md says why each room may import what.
const CORE = ['model', 'statistics', 'text', 'markup'];
const SAYS = [...CORE, 'charts', 'content', 'compare'];
// What renders computes nothing: it takes sentences and numbers from where they are said.
const SHOWS = [...SAYS.filter((room) => room !== 'statistics'), 'components', 'layouts', 'islands', 'styles'];

/** Which rooms a room may import from, beside itself. A folder that is not here is no room. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  // The report of findings is a page too.
  ingest: ['model', 'markup'],
  statistics: ['model'],
  text: ['model', 'statistics'],
  markup: ['model', 'text'],
  checks: ['model', 'statistics'],
  disclosure: ['model', 'statistics'],
  import: ['model', 'ingest', 'text', ''],
  charts: CORE,
  content: [...CORE, 'charts', 'disclosure', 'checks'],
  compare: [...CORE, 'charts'],
  files: [...SAYS, 'disclosure', 'checks'],
  serving: [],
  pipeline: [
    'model',
    'ingest',
    'statistics',
    'text',
    'checks',
    'disclosure',
    'content',
    'files',
    'serving',
    '',
  ],
  desk: ['model', 'text', 'markup', 'checks', 'ingest', 'import', 'pipeline', ''],
  // The browser reads a kommun's own file with the publisher's readers, checks and protection, and what it hands a
  // reader to take away is written by the site's own writers.
  // It reads an authority's table as an import does.
  islands: [...SAYS, 'ingest', 'import', 'checks', 'disclosure', 'files'],
  styles: [],
  // A part of a page asks the pipeline for the release and its files, and the writers what a file is called, as the page would.
  components: [...SHOWS, 'pipeline', 'files'],
  layouts: [...SHOWS, 'pipeline', 'serving', 'files'],
  // A download is a route that calls a writer; the pages' data comes from the pipeline.
  // What a publisher's own file must hold is said by its reader.
  pages: [...SHOWS, 'pipeline', 'serving', 'files', 'ingest'],
  '': [''],
};
