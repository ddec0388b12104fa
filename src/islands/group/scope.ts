import type { CompareData } from '../../compare/data.ts';
import type { Selection } from '../../compare/selection.ts';

/** What a page is about, as a choice of indicators and year; the name is for its file, without its ending. */
export type GroupScope = Pick<Selection, 'indikatorer' | 'ar'> & { readonly name: string };

/** Pages whose values a group can be taken from. */
const PAGES = /^\/(indikatorer|kommuner|omraden|lan|riket)\/(?:([^/]+)\/)?(?:([^/]+)\/)?/;

/**
 * What a group's file holds on a page: the indicator of an indicator's page (and its year), the indicators of an
 * area on the area's and on a kommun's page in it, all of them on other pages about places.
 * Null where the page shows nothing that kommuner have values of.
 */
export function scopeOf(
  pathname: string,
  { indikatorer }: Pick<CompareData, 'indikatorer'>,
): GroupScope | null {
  const [, part, first = '', second = ''] = PAGES.exec(pathname) ?? [];
  if (part === undefined || (part === 'indikatorer' && first === '')) return null;
  const asked = /^\d{4}$/.test(second) ? Number(second) : null;
  const area = part === 'kommuner' ? second : part === 'omraden' ? first : '';
  const about = indikatorer.filter((i) =>
    part === 'indikatorer' ? i.slug === first : area === '' || i.omrade === area,
  );
  const own = about.filter((i) => asked === null || i.utgavor.some((u) => u.ar === asked));
  if (own.length === 0) return null;
  const all = own.length === indikatorer.length;
  const name = [
    'grupp',
    all ? '' : part === 'indikatorer' ? first : area,
    ...(asked === null ? [] : [asked]),
  ];
  return {
    indikatorer: own.map((i) => i.id),
    ar: asked,
    name: name.filter((n) => n !== '').join('-'),
  };
}
