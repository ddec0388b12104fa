/** Percent of the respondents that give an answer: the first (ja, alla) and the middle one (delvis, vissa). */
type AssumedShare = { readonly first?: number; readonly middle?: number };

/**
 * What we assume where no national figure is published: plausible, not real. `first` is used only in years without
 * a figure in `publicerat.csv`; `middle` for the questions with three answers.
 */
export const ASSUMED: Readonly<Record<string, AssumedShare>> = {
  // hemloshet 2016
  U30437: { middle: 14 },
  U30438: { middle: 17 },
  U30436: { first: 12 },
  U30429: { first: 27 },
  U30430: { first: 25 },
  U30431: { first: 21 },
  U30432: { first: 22 },
  U30433: { first: 20 },
  U30434: { first: 11 },
  U30435: { first: 10 },
  U35521: { first: 34 },
  U30439: { first: 9 },
  U30441: { first: 29, middle: 31 },
  U30443: { first: 48 },
  U30444: { first: 33 },
  U30426: { first: 24 },
  U30425: { first: 41 },
  U30440: { first: 32 },
  U30445: { first: 35 },
  // ekonomiskt-bistand 2016
  U31476: { first: 38 },
  U31477: { first: 27 },
  U31478: { first: 14 },
  U31479: { first: 17 },
  U31473: { first: 36 },
  U35505: { first: 33 },
  U28479: { first: 26 },
  U31474: { first: 13 },
  U31488: { middle: 24 },
  U31489: { first: 14 },
  U31490: { first: 8, middle: 0 },
  U31485: { first: 44, middle: 26 },
  U31508: { first: 12 },
  U31509: { first: 57 },
  U31510: { first: 37 },
  U31511: { first: 34 },
  U31493: { first: 54, middle: 28 },
  U31480: { first: 16 },
  U31512: { first: 29, middle: 55 },
  U31513: { first: 24, middle: 46 },
  U31514: { first: 19, middle: 52 },
  U31498: { first: 31 },
  U31466: { first: 72 },
  U31467: { first: 84 },
  U31484: { first: 81 },
  U37535: { first: 52 },
  U31497: { first: 30 },
};

/** Part of the asked units that leaves the whole survey of an area unanswered, by year. */
export const NONRESPONSE: Readonly<Record<number, number>> = {
  2016: 0.06,
  2018: 0.08,
  2020: 0.055,
  2023: 0.07,
};

/** At most this many respondents skip a question by chance … */
export const MAX_SKIPPED = 4;

/** … and at most this many more so that whole respondents add up to a published figure. */
export const MAX_FORCED = 10;

/** How much more, or less, each SKR group does: large cities have more of the routines that the survey asks for. */
export const GROUP_AMBITION: Readonly<Record<string, number>> = {
  A1: 1.3,
  A2: 0.3,
  B3: 0.9,
  B4: -0.1,
  B5: -0.3,
  C6: 0.25,
  C7: -0.35,
  C8: -0.4,
  C9: -0.3,
};
