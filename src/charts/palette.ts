/** The colours that charts use, for light and dark pages. The site's stylesheet has the same tokens as `--name`. */
export const PALETTE = {
  light: {
    paper: '#fbfaf7',
    card: '#ffffff',
    ink: '#1a2530',
    soft: '#4d5a66',
    rule: '#d9d6ce',
    accent: '#0b5563',
    mark: '#b4530a',
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
    accent: '#7cc4d1',
    mark: '#f0a35a',
    c0: '#21343a',
    c1: '#2d5560',
    c2: '#35717f',
    c3: '#6fb3bf',
    c4: '#c5e8ee',
    na: '#4a525a',
    water: '#1b2a33',
  },
} as const;

export type Token = keyof (typeof PALETTE)['light'];
