/** Said alike on pages, in decks and in reports: it lives where all of them can reach it. */
export * from '../files/report/published.ts';
