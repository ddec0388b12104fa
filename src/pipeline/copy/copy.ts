import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Effects } from '../../effects.ts';
import { sha256 } from '../../files/common/bytes.ts';
import { Refusal } from '../../refusal.ts';
import { claimSite } from '../output/claim.ts';
import { MARKER, markerText } from '../output/target.ts';
import { workFolder } from '../output/work-folder.ts';
import { SUMS, siteSums } from '../sums.ts';
import { compressedForms } from './compressed.ts';
import { keepingPage, keepingScripts } from './keeping.ts';
import { isLeftOut, standalonePage, standaloneStyles } from './standalone.ts';

/**
 * For a web server, with every text compressed beside itself; the same, and the reader's browser keeps what has been
 * read; or for a folder on a computer without a network.
 */
export const FORMS = ['server', 'minns', 'fristaende'] as const;
export type CopyForm = (typeof FORMS)[number];

/** The files that one file of a site becomes in a copy. */
function formsOf(form: CopyForm, path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const text = () => new TextDecoder().decode(bytes);
  const encoded = (changed: string) => new TextEncoder().encode(changed);
  if (form !== 'fristaende') {
    const own = form === 'minns' && path.endsWith('.html') ? encoded(keepingPage(text())) : bytes;
    const others = [...compressedForms(path, own)].map(
      ([ending, other]) => [`${path}${ending}`, other] as const,
    );
    return new Map([[path, own], ...others]);
  }
  if (isLeftOut(path)) return new Map();
  if (path.endsWith('.html')) return new Map([[path, encoded(standalonePage(path, text()))]]);
  if (path.endsWith('.css')) return new Map([[path, encoded(standaloneStyles(path, text()))]]);
  return new Map([[path, bytes]]);
}

/**
 * Copies a built site in another form, a file at a time, and puts the copy in its place as a build would.
 * @param from a folder that a build has made; it is only read
 * @throws Refusal before anything is touched
 */
export async function copySite(
  {
    project,
    from,
    out,
    form,
  }: { readonly project: string; readonly from: string; readonly out: string; readonly form: CopyForm },
  effects: Pick<Effects, 'now' | 'log'>,
): Promise<void> {
  const source = await realpath(from).catch(() => resolve(from));
  const way = relative(source, await realpath(out).catch(() => resolve(out)));
  if (!way.startsWith('..'))
    throw new Refusal(`”${out}” är webbplatsen själv, eller ligger i den. Välj en annan mapp.`);
  const claim = await claimSite(out, { project, data: [] }, effects);
  const work = await workFolder(join(project, '.cache/kopior'), effects.now);
  try {
    const marker = await readFile(join(source, MARKER), 'utf8').catch(() => null);
    if (marker !== markerText('webbplats'))
      throw new Refusal(`”${from}” är ingen byggd webbplats. Kör npm run build först.`);
    const next = join(work, 'kopia');
    const sums = new Map<string, string>();
    const put = async (name: string, bytes: Uint8Array) => {
      await mkdir(dirname(join(next, name)), { recursive: true });
      await writeFile(join(next, name), bytes);
      sums.set(name, sha256(bytes));
    };
    const entries = await readdir(source, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const at = join(entry.parentPath, entry.name);
      const path = relative(source, at).split(sep).join('/');
      if (!entry.isFile() || path === MARKER || path === SUMS) continue;
      for (const [name, bytes] of formsOf(form, path, await readFile(at))) await put(name, bytes);
    }
    if (form === 'minns')
      for (const [name, script] of keepingScripts(siteSums(sums)))
        await put(name, new TextEncoder().encode(script));
    await writeFile(join(next, SUMS), siteSums(sums));
    await claim.replaceWith(next);
    effects.log(`Kopian ligger i ”${out}” (${sums.size} filer).`);
  } finally {
    await rm(work, { recursive: true, force: true });
    await claim.release();
  }
}
