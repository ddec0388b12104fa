/** Characters that XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML text or as an attribute's value. */
export const esc = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** An XML part of the package. */
export const part = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

/** The namespaces of presentation parts. */
export const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The relations of a part: `[type, target]`, numbered `rId1` and on. */
export const rels = (targets: readonly (readonly [string, string])[]): string =>
  part(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([type, target], i) =>
          `<Relationship Id="rId${i + 1}" Type="${type.startsWith('http') ? type : `${REL}/${type}`}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

/** `#0b5563` as DrawingML writes it. */
export const rgb = (colour: string): string => colour.slice(1).toUpperCase();
export const fill = (colour: string): string =>
  `<a:solidFill><a:srgbClr val="${rgb(colour)}"/></a:solidFill>`;
