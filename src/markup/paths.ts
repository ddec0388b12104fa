import type { Indicator } from '../model/indicator.ts';

/** Addresses of the site's pages, in one place. All start and end with a slash. */
export const kommunPath = (kommun: { readonly slug: string }, omrade?: string) =>
  omrade === undefined ? `/kommuner/${kommun.slug}/` : `/kommuner/${kommun.slug}/${omrade}/`;
/** An edition's answers of a kommun, as they were. */
export const kommunYearPath = (kommun: { readonly slug: string }, omrade: string, ar: number) =>
  `/kommuner/${kommun.slug}/${omrade}/${ar}/`;
/** The four steps as a sheet to print and write on. */
export const worksheetPath = (kommun: { readonly slug: string }, omrade: string) =>
  `/kommuner/${kommun.slug}/${omrade}/arbetsblad/`;
/** A kommun beside those most like it, ready to be changed. */
export const similarPath = (kommun: { readonly slug: string }) => `/jamfor/liknande/${kommun.slug}/`;
/** A subject across areas: a citizen's question, or a target group. */
export const amnePath = (amne: { readonly slug: string }) => `/amnen/${amne.slug}/`;
/** A citizen's question about one kommun. */
export const kommunAmnePath = (kommun: { readonly slug: string }, amne: { readonly slug: string }) =>
  `/kommuner/${kommun.slug}/fraga/${amne.slug}/`;
/** The register of sources; each has its id as anchor. */
export const SOURCES_PATH = '/kallor/';
export const RIKET_PATH = '/riket/';
export const lanPath = (lan: { readonly slug: string }) => `/lan/${lan.slug}/`;
export const omradePath = (omrade: string, ar?: number) =>
  ar === undefined ? `/omraden/${omrade}/` : `/omraden/${omrade}/${ar}/`;
export const indikatorPath = (indicator: Pick<Indicator, 'slug'>, ar?: number) =>
  ar === undefined ? `/indikatorer/${indicator.slug}/` : `/indikatorer/${indicator.slug}/${ar}/`;
/** A figure to put in a frame on another site; the first figure has the indicator's own address. */
export const embedPath = (indicator: Pick<Indicator, 'slug'>, figur?: string) =>
  figur === undefined ? `/inbaddat/${indicator.slug}/` : `/inbaddat/${indicator.slug}/${figur}/`;
export const kartlaggningPath = (kartlaggning: { readonly slug: string }): string =>
  `/kartlaggningar/${kartlaggning.slug}/`;
export const roundPath = (kartlaggning: { readonly slug: string }, ar: number): string =>
  `${kartlaggningPath(kartlaggning)}${ar}/`;

/** The page of a rule that data are held against. */
export const rulePath = (code: string): string => `/regler/${code}/`;

/** A path as it stands below the root of the site, which may itself lie in a folder: `/data/` → `data/`. */
export const addressBelow = (path: string): string => path.slice(1);
/** The whole address of a path. @param site where it stands, with its last slash */
export const wholeAddress = (path: string, site: string): string => new URL(addressBelow(path), site).href;
