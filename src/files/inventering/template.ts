import { ALDRAR, type Alder, UPPGIFTER } from '../../model/inventering.ts';
import type { Kon } from '../../model/observation.ts';

/** The columns of an inventory file; `ingest/inventering` reads them in this order. */
export const TEMPLATE_COLUMNS = ['kommunkod', 'ar', 'uppgift', 'kon', 'alder', 'varde', 'text'] as const;

/** Whose inventory the template is for; empty to be filled in. */
export type TemplateFor = { readonly kommunkod: string; readonly ar: string };
export const NOBODY: TemplateFor = { kommunkod: '', ar: '' };

export type Blank = { readonly uppgift: string; readonly kon: Kon; readonly alder: Alder };

/** The rows to fill in: everything once; people by sex, and the whole of each kind of housing by age as well. */
export function blanks(): readonly Blank[] {
  return UPPGIFTER.flatMap(({ kod, enhet }) => {
    const row = (kon: Kon, alder: Alder): Blank => ({ uppgift: kod, kon, alder });
    if (enhet !== 'personer') return [row('T', 'alla')];
    const ages = kod.endsWith('-alla') ? ALDRAR : (['alla'] as const);
    return ages.flatMap((alder) => (['T', 'K', 'M'] as const).map((kon) => row(kon, alder)));
  });
}
