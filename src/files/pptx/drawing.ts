import { REL } from '../common/xml.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The namespaces of presentation parts. */
export const NS = `xmlns:a="${DRAWING}" xmlns:r="${REL}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** `#0b5563` as DrawingML writes it. */
export const rgb = (colour: string): string => colour.slice(1).toUpperCase();
export const fill = (colour: string): string =>
  `<a:solidFill><a:srgbClr val="${rgb(colour)}"/></a:solidFill>`;
/** Lines of a colour on white, in a frame of it: what has no answer, unlike every solid shade also in grey. */
export const hatch = (colour: string): string =>
  `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${rgb(colour)}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="9525">${fill(colour)}</a:ln>`;
