import { existsSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The paths of all files below a folder, links among them (which are not followed), from the folder, with `/`, in no
 * order. A folder at a time: Node's own way asks again of each entry what it is, and takes twice as long for a site.
 * @throws an error of the system when the folder cannot be read
 */
export function filesBelow(folder: string): readonly string[] {
  const files: string[] = [];
  const look = (below: string) => {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true }))
      if (entry.isDirectory()) look(`${below}${entry.name}/`);
      else files.push(`${below}${entry.name}`);
  };
  look('');
  return files;
}

/** Removes files, and the folders that have nothing in them then. @param paths below the folder */
export function removeFiles(folder: string, paths: readonly string[]): void {
  const emptied = new Set<string>();
  for (const path of paths) {
    unlinkSync(join(folder, path));
    for (let above = dirname(path); above !== '.'; above = dirname(above)) emptied.add(above);
  }
  // Those that lie deepest first.
  for (const path of [...emptied].toSorted((a, b) => b.length - a.length))
    try {
      rmdirSync(join(folder, path));
    } catch {
      // It holds something yet.
    }
}

/** Moves all files of a folder into another on the same disk: a folder whole where there is none of its name. */
export function moveFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [own, there] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(there)) moveFiles(own, there);
    else renameSync(own, there);
  }
}
