import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { must } from '../../model/must.ts';
import { AIR, badBreaks, MEASURE, type Measured } from './fit.ts';
import { ABOUT } from './look.ts';
import { withRowHeaders } from './row-headers.ts';

/** What we use of Typst's Node binding (`@myriaddreamin/typst-ts-node-compiler-*`, Typst 0.14). */
type Laid = { readonly numOfPages: number };
type NodeCompiler = {
  compile(source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): {
    readonly result: Laid | null;
    takeError(): { readonly message: string } | null;
  };
  query(laid: Laid, options: { readonly selector: string }): readonly { readonly value: Measured }[];
  pdf(laid: Laid, options: { readonly pdfStandard: string }): Uint8Array;
  evictCache(maxAge: number): void;
};
type Binding = {
  readonly NodeCompiler: {
    create(options: {
      readonly fontArgs: readonly { readonly fontBlobs: readonly Uint8Array[] }[];
    }): NodeCompiler;
  };
};

/**
 * Asked for at run time and from the project's folder, where a command goes before it works: the binary differs by
 * platform, and a bundler must not follow it.
 */
const fromProject = () => createRequire(join(process.cwd(), 'package.json'));
/** Platforms that Typst's binding is made for; npm installs the one of the machine. */
const BINDINGS = [
  'linux-x64-gnu',
  'linux-x64-musl',
  'linux-arm64-gnu',
  'linux-arm64-musl',
  'darwin-arm64',
  'darwin-x64',
  'win32-x64-msvc',
  'win32-arm64-msvc',
].map((platform) => `@myriaddreamin/typst-ts-node-compiler-${platform}`);
const FONTS = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

function findBinding(): Binding | null {
  for (const name of BINDINGS) {
    try {
      return fromProject()(name);
    } catch {
      // Not this platform's, or not installed: try the next.
    }
  }
  return null;
}

let binding: Binding | null | undefined;
let compiler: NodeCompiler | undefined;
/** Characters of data that have been set since it last forgot. */
let characters = 0;
/**
 * After so many characters of data the compiler forgets what none of the latest documents has used: eight reports of the
 * shipped data, and one of a release with ten times as many areas. What documents share (rows of tables, whole
 * paragraphs) it remembers, and lays out once: see `LOOK`.
 */
const REMEMBERED = 160_000;

/** True where Typst's binary is installed: it is made for Linux, macOS and Windows on x64 and arm64. */
export function canMakePdf(): boolean {
  binding ??= findBinding();
  return binding !== null;
}

function theCompiler(): NodeCompiler {
  if (compiler) return compiler;
  if (!canMakePdf() || !binding) throw new Error('PDF kan bara skrivas där Typst är installerat.');
  const fontBlobs = FONTS.map((file) =>
    readFileSync(fromProject().resolve(`@expo-google-fonts/source-sans-3/${file}`)),
  );
  compiler = binding.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  return compiler;
}

/**
 * A tagged PDF/UA-1. Typst fails rather than write one that breaks the standard (no title, a figure without text
 * alternative). Same template and data give the same bytes: dates come from the data, ids from the content.
 * @param template Typst source that reads `json(bytes(sys.inputs.data))`; the data is never part of the source, so
 *   that no name can be read as markup
 * @throws when the template or the data is wrong
 */
export function pdfBytes(template: string, data: unknown): Uint8Array {
  const typst = theCompiler();
  const text = JSON.stringify(data);
  const bytes = typst.pdf(laidOut(typst, template, text), { pdfStandard: 'ua-1' });
  characters += text.length;
  if (characters >= REMEMBERED) {
    typst.evictCache(1);
    characters = 0;
  }
  return withRowHeaders(bytes);
}

/** The document whose pages break best: as designed where that is well, and it nearly always is. */
function laidOut(typst: NodeCompiler, template: string, data: string): Laid {
  let best: { readonly laid: Laid; readonly bad: number } | null = null;
  for (const air of AIR) {
    const inputs = { data, air: String(air) };
    const done = typst.compile({ mainFileContent: `${template}${MEASURE}${ABOUT}`, inputs });
    const laid = done.result;
    if (laid === null) throw new Error(done.takeError()?.message ?? 'Typst gave no document');
    const bad = badBreaks(must(typst.query(laid, { selector: '<matt>' })[0], 'what was measured').value);
    if (best === null || bad < best.bad) best = { laid, bad };
    if (bad === 0) break;
  }
  return must(best, 'a layout').laid;
}
