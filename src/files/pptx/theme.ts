import { PALETTE } from '../../charts/palette.ts';
import { part } from '../common/xml.ts';
import { rgb } from './drawing.ts';

const { ink, soft, paper, card, accent, mark, c1, c2, c3, c4 } = PALETTE.light;

/** Our colours and a font that every office has: what is changed in PowerPoint stays in the look. */
const COLOURS: Readonly<Record<string, string>> = {
  dk1: ink,
  lt1: card,
  dk2: accent,
  lt2: paper,
  accent1: c3,
  accent2: c2,
  accent3: mark,
  accent4: c4,
  accent5: c1,
  accent6: soft,
  hlink: accent,
  folHlink: c4,
};

const line = (width: number) =>
  `<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`;
const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The theme; the notes have one of their own, as the format demands. */
export const THEME = part(
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Öppna jämförelser"><a:themeElements><a:clrScheme name="Öppna jämförelser">${Object.entries(
    COLOURS,
  )
    .map(([name, colour]) => `<a:${name}><a:srgbClr val="${rgb(colour)}"/></a:${name}>`)
    .join(
      '',
    )}</a:clrScheme><a:fontScheme name="Arial"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Öppna jämförelser"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
);
