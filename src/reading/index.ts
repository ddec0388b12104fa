import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import { Release } from '../model/release.ts';
import { decode } from './decode.ts';
import { readEnkat } from './enkat.ts';
import { Findings } from './findings.ts';
import { readJson } from './json.ts';
import { readOmraden } from './omraden.ts';
import { readPublished } from './published.ts';
import { readReferens } from './referens.ts';
import { readRegister } from './register.ts';

export type Ingested = {
  readonly catalogue: Catalogue | null;
  readonly findings: readonly Finding[];
  readonly counts: { readonly rows: number; readonly files: number };
};

/** Files to typed rows and findings. Pure: never throws on bad data, never prints. */
export function ingest(files: ReadonlyMap<string, Uint8Array>): Ingested {
  const findings = new Findings();
  let rows = 0;
  let read = 0;
  const readText = (file: string): string | null => {
    const bytes = files.get(file);
    if (!bytes) {
      findings.error(
        { file },
        {
          code: 'fil-saknas',
          rule: 'Datamappen ska ha alla filer som behövs.',
          message: `Filen ”${file}” saknas.`,
        },
      );
      return null;
    }
    const text = decode(file, bytes, findings);
    read += 1;
    if (text !== null && file.endsWith('.csv')) rows += Math.max(0, text.trimEnd().split('\n').length - 1);
    return text;
  };
  const releaseText = readText('publicering.json');
  const release = releaseText === null ? null : readJson('publicering.json', releaseText, Release, findings);
  const referens = readReferens(readText, findings);
  const names = [...files.keys()].toSorted();
  const { omraden, indikatorer } = readOmraden(names, readText, findings);
  const done = () => ({ findings: findings.list, counts: { rows, files: read } });
  if (!release || !referens) return { catalogue: null, ...done() };

  const observationer: Observation[] = [];
  const publicerat = omraden.flatMap(({ slug }) => {
    const file = `omraden/${slug}/publicerat.csv`;
    const text = files.has(file) ? readText(file) : null;
    return text === null ? [] : readPublished(file, text, slug, indikatorer, findings);
  });
  for (const file of names) {
    const [, omrade, kind, name] = /^omraden\/([^/]+)\/(enkat|register)\/([^/]+)\.csv$/.exec(file) ?? [];
    const area = omraden.find((o) => o.slug === omrade);
    if (!area) continue;
    const edition = area.utgavor.find((e) => String(e.ar) === name);
    const indicator = indikatorer.find((i) => i.id === name);
    if (kind === 'enkat' ? !edition : !indicator) {
      findings.error(
        { file },
        {
          code: 'fil-utan-plats',
          rule: 'En enkätfil heter som sin utgåvas år, en registerfil som sin indikators id.',
          message: `Inget i området svarar mot ”${name}”.`,
        },
      );
      continue;
    }
    const text = readText(file);
    if (text === null) continue;
    if (kind === 'enkat' && edition)
      observationer.push(
        ...readEnkat(
          file,
          text,
          { referens, edition, indikatorer: indikatorer.filter((i) => i.omrade === omrade) },
          findings,
        ),
      );
    else if (indicator) observationer.push(...readRegister(file, text, indicator, referens, findings));
  }
  return { catalogue: { release, referens, omraden, indikatorer, observationer, publicerat }, ...done() };
}
