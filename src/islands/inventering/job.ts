import { compile } from '../../content/inventering/report.ts';
import { protectInventering } from '../../disclosure/inventering.ts';
import { reportHtml } from '../../files/inventering/html.ts';
import type { Finding } from '../../model/finding.ts';
import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { BOUNDS } from '../../model/limits.ts';
import { addBme, type BmeGiven } from './bme.ts';
import { readableKind } from './kinds.ts';
import { type Given, inFile, type ReadGiven, readGiven } from './read.ts';
import { inventeringSheet } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

/** What the tool is given: the chosen files, every kommun by its code, and what the inventory asks for. */
export type Job = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly kommuner: readonly (readonly [kod: string, namn: string])[];
  readonly formular: Formular;
  /** Boverket's file and how it is read, when the kommun has given it. */
  readonly bme?: BmeGiven | null | undefined;
};

/** What came of it: why nothing could be read, what has to be put right, or the compiled and protected inventories. */
export type Outcome =
  | { readonly kind: 'olasligt'; readonly words: string }
  | { readonly kind: 'fynd'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'klart';
      readonly findings: readonly Finding[];
      readonly kommun: string;
      readonly years: readonly Inventering[];
      /** The report below its title; all text is escaped. */
      readonly html: string;
    };

const NO_HEADER =
  'har ingen rubrikrad från mallen. Hämta mallen och fyll i den, eller kopiera rubrikraden därifrån.';

/** A file as CSV bytes. @throws Unreadable */
async function given({ name, bytes }: Job['files'][number], form: Formular): Promise<Given> {
  if (readableKind(bytes) === 'csv') {
    const rows = bytes.reduce((count, byte) => count + Number(byte === 10), 0);
    if (rows > BOUNDS.inventory.rows)
      throw new Unreadable(
        `har ${rows} rader. Verktyget läser högst ${BOUNDS.inventory.rows}, och mallen har några hundra.`,
      );
    return { name, bytes, above: 0, headers: new Map() };
  }
  // The reader of workbooks is only fetched when there is one.
  const { workbookSheets } = await import('./workbook.ts');
  const sheet = inventeringSheet(workbookSheets(bytes), form);
  if (!sheet) throw new Unreadable(NO_HEADER);
  const { csv, above, headers } = sheet;
  return { name, bytes: new TextEncoder().encode(csv), above, headers };
}

async function readAll(
  { files, formular }: Job,
  tell: (words: string) => void,
): Promise<readonly Given[] | string> {
  const read: Given[] = [];
  for (const [i, file] of files.entries()) {
    tell(
      files.length === 1 ? `Läser ${file.name} …` : `Läser fil ${i + 1} av ${files.length}: ${file.name} …`,
    );
    if (read.some((r) => r.name === file.name))
      return `Två av filerna heter ${file.name}. Byt namn på den ena.`;
    try {
      read.push(await given(file, formular));
    } catch (error) {
      if (error instanceof Unreadable) return `${file.name} ${error.message}`;
      throw error;
    }
  }
  return read;
}

/**
 * Reads, checks, protects and compiles what a kommun gives. The same in a worker as anywhere: it touches no page.
 * @param tell takes a sentence on what is being done
 */
export async function runJob(job: Job, tell: (words: string) => void): Promise<Outcome> {
  const files = await readAll(job, tell);
  if (typeof files === 'string') return { kind: 'olasligt', words: files };
  tell('Granskar siffrorna …');
  const byCode = new Map(job.kommuner.map(([kod, namn]) => [kod, { kod, niva: 'kommun' as const, namn }]));
  // The template is younger than the last code to go out of use: such a code is an unknown one here.
  const own = readGiven(files, { byCode, utgangna: [] }, job.formular);
  const added = await withBme(job, files, own);
  if (typeof added === 'string') return { kind: 'olasligt', words: added };
  const { findings, inventeringar } = added;
  if (findings.some((f) => f.severity === 'error')) return { kind: 'fynd', findings };
  const [first] = inventeringar;
  if (!first) return { kind: 'olasligt', words: 'Filen har inga ifyllda siffror.' };
  if (inventeringar.some((i) => i.kod !== first.kod))
    return { kind: 'olasligt', words: 'Filerna gäller flera kommuner. Välj en kommun i taget.' };
  tell('Räknar ut vilka små tal som måste döljas …');
  const { loadHighs } = await import('../../disclosure/highs.ts');
  const highs = await loadHighs();
  const safe = inventeringar.map((inventering) => protectInventering(highs, inventering, job.formular));
  const failures = safe.flatMap((s) => ('failures' in s ? s.failures : []));
  if (failures.length > 0)
    return { kind: 'olasligt', words: `Talen går inte att skydda. ${failures.map((f) => f.text).join(' ')}` };
  const years = safe.flatMap((s) => ('inventering' in s ? [s.inventering] : []));
  return {
    kind: 'klart',
    findings,
    kommun: first.namn,
    years,
    html: reportHtml(compile(years, job.formular)),
  };
}

/** The same with the answers of Boverket's file, where it was given and the kommun's own file has no errors. */
async function withBme(
  { bme, kommuner, formular }: Job,
  files: readonly Given[],
  own: ReadGiven,
): Promise<ReadGiven | string> {
  if (!bme || own.findings.some((f) => f.severity === 'error')) return own;
  try {
    const { inventeringar, findings } = await addBme(own.inventeringar, bme, kommuner, formular);
    const byName = new Map(files.map((f) => [f.name, f]));
    return {
      inventeringar,
      findings: [...own.findings, ...findings.map((f) => inFile(f, byName.get(f.file)))],
    };
  } catch (error) {
    if (error instanceof Unreadable) return `${bme.name} ${error.message}`;
    throw error;
  }
}
