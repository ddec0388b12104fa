/**
 * What the accessibility tests cover and what is known to fall short. The tests run by these lists and the
 * accessibility statement is written from them, so that the page cannot promise more than is tested.
 */

/** Rules of axe that every kind of page passes without remark. */
export const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

/** How every kind of page is opened. */
type Condition = {
  readonly width: number;
  readonly js: boolean;
  readonly scheme: 'light' | 'dark';
};
export const CONDITIONS: readonly [Condition, ...Condition[]] = [
  { width: 360, js: true, scheme: 'light' },
  { width: 1280, js: false, scheme: 'light' },
  { width: 1280, js: true, scheme: 'dark' },
];

/** The same in words, after "Sidan öppnas i". */
export const OPENED_IN: readonly string[] = CONDITIONS.map(
  ({ width, js, scheme }) =>
    `${width} bildpunkter ${scheme === 'dark' ? 'i mörkt läge' : 'i ljust läge'} ${js ? 'med' : 'utan'} JavaScript`,
);

/** A part that falls short: what, for whom, why, and where the same is found. */
type Shortcoming = {
  readonly namn: string;
  /** Who meets it. */
  readonly situation: string;
  readonly text: string;
  readonly alternativ: string;
};
export const SHORTCOMINGS: readonly Shortcoming[] = [
  {
    namn: 'Kartans rutor är små i smala fönster',
    situation: 'Du pekar med handen eller har svårt att träffa små ytor',
    text: 'I ett fönster som är 360 bildpunkter brett är en kommuns ruta 21 bildpunkter, under de 24 som WCAG 2.2 rekommenderar.',
    alternativ: 'Samma länkar finns i tabellen bredvid kartan, i listan över kommuner och i sökningen.',
  },
  {
    namn: 'Excel, PowerPoint och datafiler',
    situation: 'Du använder skärmläsare i kontorsprogram',
    text: 'Filerna har rubriker, alternativtext och språk angivet, men de har inte prövats med skärmläsare av en människa.',
    alternativ: 'Samma uppgifter finns som tabeller på webbsidorna.',
  },
  {
    namn: 'PowerPoints diagram',
    situation: 'Du ser inte diagram',
    text: 'Ett diagram som går att redigera har en text som beskriver det, men skärmläsare läser dess värden på olika sätt.',
    alternativ: 'Värdena står i anteckningarna, i diagrammets kalkylblad och på indikatorns sida.',
  },
];
