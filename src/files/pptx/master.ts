import { part } from '../common/xml.ts';
import { BOXES, type Box, PAGE, xfrm } from './boxes.ts';
import { NS } from './drawing.ts';

const ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** The shapes of a slide, a layout or a master. */
export const tree = (shapes: string): string => `<p:spTree>${ROOT}${shapes}</p:spTree>`;

/** A placeholder: its number and name, what it is to hold (`ph`), and where it stands. */
type Placeholder = { readonly id: number; readonly name: string; readonly ph: string; readonly box: Box };

/** A placeholder with what it says until it is filled. */
function holder({ id, name, ph, box }: Placeholder, body: string, style = ''): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${style === '' ? '<a:bodyPr/><a:lstStyle/>' : style}${body}</p:txBody></p:sp>`;
}

const says = (text: string) => `<a:p><a:r><a:rPr lang="sv-SE"/><a:t>${text}</a:t></a:r></a:p>`;
const NUMBER =
  '<a:p><a:fld id="{7E1B6C4A-0D3F-4C58-9A52-3B7F1E0C9D11}" type="slidenum"><a:rPr lang="sv-SE"/><a:t>‹nr›</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>';

const NO_INSETS = (anchor: string) =>
  `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>`;

/**
 * What holds a slide's foot: a text of the layout's. LibreOffice makes a field of a footer (`ftr`), and breaks the lines of a
 * field inside words.
 */
export const FOOT_HOLDER = 'type="body" sz="quarter" idx="12"';

const small = (align: string) =>
  `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="${align}"><a:spcAft><a:spcPts val="0"/></a:spcAft><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>`;
const number = (id: number) =>
  holder(
    { id, name: 'Bildnummer', ph: 'type="sldNum" sz="quarter" idx="11"', box: BOXES.number },
    NUMBER,
    small('r'),
  );
const foot = (from: number) =>
  holder({ id: from, name: 'Sidfot', ph: FOOT_HOLDER, box: BOXES.footer }, says('Sidfot'), small('l')) +
  number(from + 1);

/** A shape that is only decoration: a rectangle of one of the theme's colours. */
const rectangle = (id: number, box: Box, colour: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Dekor ${id}"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="sv-SE"/></a:p></p:txBody></p:sp>`;

const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const FONTS = '<a:latin typeface="+mn-lt"/>';
const level = (n: number, size: number, extra = '') =>
  `<a:lvl${n}pPr marL="0" indent="0" algn="l">${extra}<a:buNone/><a:defRPr lang="sv-SE" sz="${size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${FONTS}</a:defRPr></a:lvl${n}pPr>`;
const AFTER = '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="700"/></a:spcAft>';

/** The look that all slides share, with its three layouts. */
export const MASTER = part(
  `<p:sldMaster ${NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(
    rectangle(2, { ...PAGE, w: 12 }, 'tx2') +
      rectangle(3, { x: 0, y: 40, w: 12, h: 30 }, 'accent3') +
      holder(
        { id: 4, name: 'Rubrik', ph: 'type="title"', box: BOXES.title },
        says('Rubrik'),
        NO_INSETS('ctr'),
      ) +
      holder(
        { id: 5, name: 'Text', ph: 'type="body" idx="1"', box: BOXES.body },
        says('Text'),
        NO_INSETS('t'),
      ) +
      number(6),
  )}</p:cSld>${COLOUR_MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/><p:sldLayoutId id="2147483651" r:id="rId3"/></p:sldLayoutIdLst><p:hf hdr="0" ftr="0" dt="0"/><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr lang="sv-SE" sz="2400" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${[1, 2, 3].map((n) => level(n, 2000, AFTER)).join('')}</p:bodyStyle><p:otherStyle>${level(1, 1800)}</p:otherStyle></p:txStyles></p:sldMaster>`,
);

function layout(name: string, type: string, shapes: string, back = ''): string {
  return part(
    `<p:sldLayout ${NS} type="${type}" preserve="1"${back === '' ? '' : ' showMasterSp="0"'}><p:cSld name="${name}">${back}${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
}

const title = holder({ id: 2, name: 'Rubrik', ph: 'type="title"', box: BOXES.title }, says('Rubrik'));
const cover = (anchor: string, size: number, colour: string, bold: number) =>
  `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="${size}" b="${bold}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>`;

/** Layouts in the order of `LAYOUT`: cover, text, and text above a figure. */
export const LAYOUTS: readonly string[] = [
  layout(
    'Titelbild',
    'title',
    rectangle(6, { x: 72, y: 120, w: 48, h: 10 }, 'accent3') +
      holder(
        { id: 2, name: 'Rubrik', ph: 'type="ctrTitle"', box: BOXES.coverTitle },
        says('Rubrik'),
        cover('b', 4000, 'bg1', 1),
      ) +
      holder(
        { id: 3, name: 'Underrubrik', ph: 'type="subTitle" idx="1"', box: BOXES.coverText },
        says('Underrubrik'),
        cover('t', 2000, 'bg1', 0),
      ) +
      foot(4),
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
  ).replaceAll('<a:schemeClr val="accent6"/>', '<a:schemeClr val="bg1"/>'),
  layout(
    'Rubrik och text',
    'obj',
    title +
      holder({ id: 3, name: 'Text', ph: 'type="body" idx="1"', box: BOXES.body }, says('Text')) +
      foot(4),
  ),
  layout(
    'Rubrik, text och figur',
    'objTx',
    title +
      holder({ id: 3, name: 'Text', ph: 'type="body" sz="quarter" idx="1"', box: BOXES.lead }, says('Text')) +
      holder({ id: 6, name: 'Figur', ph: 'sz="half" idx="2"', box: BOXES.figure }, says('Figur')) +
      foot(4),
  ),
];

/** Which layout a slide has, as its number in the package. */
export const LAYOUT = { titel: 1, text: 2, figur: 3 } as const;

/** The page of speaker notes: the slide above, the text under it. */
export const NOTES_MASTER = part(
  `<p:notesMaster ${NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${tree(
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Bild"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${xfrm({ x: 54, y: 60, w: 432, h: 243 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>${holder({ id: 3, name: 'Anteckningar', ph: 'type="body" sz="quarter" idx="1"', box: { x: 54, y: 340, w: 432, h: 360 } }, says('Anteckningar'))}`,
  )}</p:cSld>${COLOUR_MAP}<p:notesStyle>${level(1, 1200)}</p:notesStyle></p:notesMaster>`,
);
