import { AsyncLocalStorage } from 'node:async_hooks';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { emptyTrace, type Trace, tracedIndex } from '../../model/trace.ts';

/** The making of one page: what has been read for it so far. */
export type PageReading = {
  readonly trace: Trace;
  /** The catalogue that writes the trace, once it has been asked for. */
  index?: CatalogueIndex;
  /** True when something was read that no trace can hold: then the page is made each time. */
  untold?: boolean;
};

const current = new AsyncLocalStorage<PageReading>();

/** Makes something, and tells what was read for it. */
export async function whileReading<T>(
  make: () => Promise<T>,
): Promise<{ readonly made: T; readonly trace: Trace | null }> {
  const reading: PageReading = { trace: emptyTrace() };
  const made = await current.run(reading, make);
  return { made, trace: reading.untold === true ? null : reading.trace };
}

/** The catalogue for who reads now: where a page is made, one that writes down what is read. */
export function readCatalogue(base: CatalogueIndex): CatalogueIndex {
  const reading = current.getStore();
  if (reading === undefined) return base;
  reading.index ??= tracedIndex(base, reading.trace);
  return reading.index;
}

/** Writes down that something beside the catalogue is read. @param name by which it can be looked up again */
export const noteRead = (name: string): void => void current.getStore()?.trace.reads.add(name);

/** The page that is made now cannot be kept. */
export function noteUntold(): void {
  const reading = current.getStore();
  if (reading !== undefined) reading.untold = true;
}
