import { escapeXml } from '../../markup/escape.ts';

/** Characters that XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML text or as an attribute's value, without what XML cannot hold. */
export const esc = (text: string): string => escapeXml(text.replace(FORBIDDEN, ''));

/** An XML part of an Office package. */
export const part = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The types of relations between the parts of a document. */
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relation to another part (`target` from the part's folder) or to an address outside the file. */
export type PartRelation = readonly [type: string, target: string, mode?: 'External'];

/** The relations of a part, numbered `rId1` and on. A type without `http` is one of `REL`. */
export const rels = (targets: readonly PartRelation[]): string =>
  part(
    `<Relationships xmlns="${PACKAGE}/relationships">${targets
      .map(
        ([type, target, mode], i) =>
          `<Relationship Id="rId${i + 1}" Type="${type.startsWith('http') ? type : `${REL}/${type}`}" Target="${esc(target)}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
      )
      .join('')}</Relationships>`,
  );

/** The relations of a whole file: its document and its properties. */
export const packageRels = (document: string): string =>
  rels([
    ['officeDocument', document],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
  ]);

/** `[Content_Types].xml`. @param overrides each part's name and its type without `+xml`; `defaults` by ending */
export const contentTypes = (
  overrides: readonly (readonly [name: string, type: string])[],
  defaults: readonly (readonly [ending: string, type: string])[] = [],
): string =>
  part(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${defaults
      .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
      .join('')}${overrides
      .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`)
      .join('')}</Types>`,
  );

/** What a file says of itself in the program that opens it. */
export type DocumentFacts = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly comments?: string;
  /** ISO date of the release: the only time in the file. */
  readonly datum: string;
};

/** `docProps/core.xml` (ECMA-376 part 2, annex D). */
export function coreProperties(facts: DocumentFacts): string {
  const time = `${facts.datum}T12:00:00Z`;
  const author = esc(facts.author);
  const comments =
    facts.comments === undefined ? '' : `<dc:description>${esc(facts.comments)}</dc:description>`;
  return part(
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${esc(facts.title)}</dc:title><dc:subject>${esc(facts.subject)}</dc:subject><dc:creator>${author}</dc:creator><cp:keywords>${esc(facts.keywords.join('; '))}</cp:keywords>${comments}<cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>sv-SE</dc:language></cp:coreProperties>`,
  );
}

/** The types of the two property parts, for `contentTypes`. */
export const PROPERTY_TYPES = [
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'],
  ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties'],
] as const;

/** `docProps/app.xml`. @param extra elements that the kind of document has besides */
export const appProperties = (extra: string): string =>
  part(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Öppna jämförelser</Application>${extra}</Properties>`,
  );
