/**
 * Every colour of the site and its charts, files and slides: nothing else writes one down. Pages get them as custom
 * properties from `css.ts`. Text has 4.5:1 against paper and card, marks 3:1.
 */
export const PALETTE = {
  light: {
    paper: '#fbfaf7',
    card: '#ffffff',
    ink: '#1a2530',
    soft: '#4d5a66',
    rule: '#d9d6ce',
    edge: '#7b8791',
    accent: '#0b5563',
    'accent-ink': '#083e49',
    mark: '#b4530a',
    tint: '#f5ebe2',
    c0: '#e3eef0',
    c1: '#b5d3d8',
    c2: '#76acb6',
    c3: '#337f8d',
    c4: '#0b4a57',
    na: '#c9c5bb',
    water: '#dfe8ec',
  },
  dark: {
    paper: '#12181d',
    card: '#1a2229',
    ink: '#e9edf0',
    soft: '#a9b6c0',
    rule: '#33404a',
    edge: '#7a8893',
    accent: '#7cc4d1',
    'accent-ink': '#b3dfe7',
    mark: '#f0a35a',
    tint: '#2a2621',
    c0: '#21343a',
    c1: '#2d5560',
    c2: '#367382',
    c3: '#6fb3bf',
    c4: '#c5e8ee',
    na: '#4a525a',
    water: '#1b2a33',
  },
} as const;

export type Token = keyof (typeof PALETTE)['light'];

/** On paper: black on white, with the classes of the light page. */
export const PRINT: Readonly<Record<Token, string>> = {
  ...PALETTE.light,
  paper: '#ffffff',
  ink: '#000000',
  soft: '#3a444d',
  rule: '#c9c6be',
  edge: '#66717b',
  accent: '#0b4a57',
  mark: '#98460a',
  tint: '#ffffff',
};
