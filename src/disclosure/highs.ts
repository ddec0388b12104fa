import load, { type Highs } from 'highs';

let loaded: Promise<Highs> | undefined;

/** The solver, HiGHS as WebAssembly, loaded when first needed. Synchronous from then on. */
export function loadHighs(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}
