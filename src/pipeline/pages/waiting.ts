import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Pages are made while the files are written. Those that list files have to wait for them, so they come last: until
 * then the others are made. The order changes no page.
 */
export function waitingLast<T extends { readonly component: string }>(pages: readonly T[]): readonly T[] {
  const waits = new Map<string, boolean>();
  const waitsFor = ({ component }: T): boolean => {
    const known = waits.get(component) ?? listsFiles(component);
    waits.set(component, known);
    return known;
  };
  return [...pages.filter((page) => !waitsFor(page)), ...pages.filter(waitsFor)];
}

/**
 * True when a page, or a component that it shows, asks for the list of files; the layout does only on some pages.
 * @param path of its source, below the project
 */
function listsFiles(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path) || /(?:^|\/)(pipeline|layouts)\//.test(path)) return false;
  seen.add(path);
  const code = readFileSync(path, 'utf8');
  if (/\b(?:listedFiles|fileHash)\(/.test(code)) return true;
  return [...code.matchAll(/from '(\.[^']+\.astro)'/g)].some(([, to = '']) =>
    listsFiles(join(dirname(path), to), seen),
  );
}
