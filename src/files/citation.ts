import type { Release } from '../model/release.ts';

/** A page that somebody refers to: its title and its path below the site root (`indikatorer/avhysningar/`). */
export type Cited = {
  readonly slug: string;
  readonly titel: string;
  readonly path: string;
  /** The file with the figures, so that a reader can tell that they have the very same ones. */
  readonly data?: { readonly path: string; readonly sha256: string };
};

/** One reference in three shapes: for running text, for LaTeX and for reference managers (CSL-JSON 1.0). */
export type Citation = { readonly text: string; readonly bibtex: string; readonly csl: string };

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text inside braces in BibTeX: the signs that LaTeX reads as commands are escaped. */
const tex = (words: string) => words.replace(/[\\~^{}%&$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** How to cite a page of this release, with version and address. Dated by the release, never by a clock. */
export function citation(release: Release, cited: Cited): Citation {
  const { organisation, titel, version, datum } = release;
  const url = new URL(cited.path, release.webbplats).href;
  const file = cited.data && {
    url: new URL(cited.data.path, release.webbplats).href,
    sha256: cited.data.sha256,
  };
  const [year = 0, month = 0, day = 0] = datum.split('-').map(Number);
  const fields: readonly (readonly [string, string])[] = [
    ['author', `{${tex(organisation.namn)}}`],
    ['title', `{${tex(cited.titel)}}`],
    ['howpublished', tex(titel)],
    ['version', version],
    ['year', String(year)],
    ['date', datum],
    ['url', url],
    ...(file ? [['note', tex(`Data: ${file.url}, SHA-256 ${file.sha256}`)] as const] : []),
  ];
  const key = `${cited.slug}-${version}`;
  return {
    text: `${organisation.namn}. ${cited.titel}. ${titel}, version ${version}, ${datum}. ${url}${file ? `. Data: ${file.url}, SHA-256 ${file.sha256}` : ''}`,
    bibtex: `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}`,
    csl: JSON.stringify(
      [
        {
          id: key,
          type: file ? 'dataset' : 'webpage',
          author: [{ literal: organisation.namn }],
          title: cited.titel,
          'container-title': titel,
          version,
          issued: { 'date-parts': [[year, month, day]] },
          URL: url,
          language: 'sv-SE',
          ...(file ? { note: `Data: ${file.url}, SHA-256 ${file.sha256}` } : {}),
        },
      ],
      null,
      2,
    ),
  };
}
