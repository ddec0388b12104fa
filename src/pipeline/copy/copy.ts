import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Effects } from '../../effects.ts';
import { utf8 } from '../../files/common/bytes.ts';
import { sha256 } from '../../model/sha256.ts';
import { Refusal } from '../../refusal.ts';
import { claimSite } from '../output/claim.ts';
import { type KeptPlaces, MARKER, markerText } from '../output/target.ts';
import { workFolder } from '../output/work-folder.ts';
import { writeReport } from '../output/written.ts';
import { SUMS, siteSums } from '../sums.ts';
import { compressedForms } from './compressed.ts';
import { keepingPage, keepingScripts } from './keeping.ts';
import { isLeftOut, standalonePage, standaloneStyles } from './standalone.ts';
import { releaseOf, writeZip } from './zipped.ts';

/**
 * For a web server, with every text compressed beside itself; the same, and the reader's browser keeps what has been
 * read; for a folder on a computer without a network; and that folder as one file to take along.
 */
export const FORMS = ['server', 'minns', 'fristaende', 'zip'] as const;
export type CopyForm = (typeof FORMS)[number];

/** The files that one file of a site becomes in a copy. */
function formsOf(form: CopyForm, path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const text = () => new TextDecoder().decode(bytes);
  if (form === 'server' || form === 'minns') {
    const own = form === 'minns' && path.endsWith('.html') ? utf8(keepingPage(text())) : bytes;
    const others = [...compressedForms(path, own)].map(
      ([ending, other]) => [`${path}${ending}`, other] as const,
    );
    return new Map([[path, own], ...others]);
  }
  if (isLeftOut(path)) return new Map();
  if (path.endsWith('.html')) return new Map([[path, utf8(standalonePage(path, text()))]]);
  if (path.endsWith('.css')) return new Map([[path, utf8(standaloneStyles(path, text()))]]);
  return new Map([[path, bytes]]);
}

/** Every file of a copy, one at a time, last the list of all. */
async function* filesOf(source: string, form: CopyForm): AsyncGenerator<readonly [string, Uint8Array]> {
  const sums = new Map<string, string>();
  for (const path of await pathsIn(source))
    for (const [name, bytes] of formsOf(form, path, await readFile(join(source, path)))) {
      sums.set(name, sha256(bytes));
      yield [name, bytes];
    }
  if (form === 'minns')
    for (const [name, script] of keepingScripts(siteSums(sums))) {
      sums.set(name, sha256(utf8(script)));
      yield [name, utf8(script)];
    }
  yield [SUMS, utf8(siteSums(sums))];
}

async function pathsIn(source: string): Promise<readonly string[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MARKER && path !== SUMS)
    .toSorted();
}

/**
 * Copies a built site in another form, a file at a time, and puts the copy in its place as a build would.
 * @param from a folder that a build has made; it is only read
 * @throws Refusal before anything is touched
 */
export async function copySite(
  {
    kept,
    from,
    out,
    form,
  }: { readonly kept: KeptPlaces; readonly from: string; readonly out: string; readonly form: CopyForm },
  effects: Pick<Effects, 'now' | 'log'>,
): Promise<void> {
  const source = await realpath(from).catch(() => resolve(from));
  const way = relative(source, await realpath(out).catch(() => resolve(out)));
  if (!way.startsWith('..'))
    throw new Refusal(`”${out}” är webbplatsen själv, eller ligger i den. Välj en annan plats.`);
  if (form === 'zip') {
    let count = 0;
    const write = async (path: string) => {
      await refuseNoSite(source, from);
      const release = await releaseOf(source);
      count = await writeZip(path, filesOf(source, form), release);
    };
    await writeReport(out, write, kept);
    effects.log(`Kopian är ”${out}” (${count} filer). Packa upp den och öppna index.html.`);
    return;
  }
  const claim = await claimSite(out, kept, effects);
  const work = await workFolder(join(kept.project, '.cache/kopior'), effects.now);
  try {
    await refuseNoSite(source, from);
    const next = join(work.path, 'kopia');
    let count = 0;
    for await (const [name, bytes] of filesOf(source, form)) {
      await mkdir(dirname(join(next, name)), { recursive: true });
      await writeFile(join(next, name), bytes);
      count += 1;
    }
    await claim.replaceWith(next);
    effects.log(`Kopian ligger i ”${out}” (${count} filer).`);
  } finally {
    await work.end();
    await claim.release();
  }
}

async function refuseNoSite(source: string, from: string): Promise<void> {
  const marker = await readFile(join(source, MARKER), 'utf8').catch(() => null);
  if (marker !== markerText('webbplats'))
    throw new Refusal(`”${from}” är ingen byggd webbplats. Kör npm run build först.`);
}
