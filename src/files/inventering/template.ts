import type { Formular } from '../../model/formular.ts';
import { ALDRAR, type Alder } from '../../model/inventering.ts';
import type { Kon } from '../../model/observation.ts';

/** The columns of an inventory file; `ingest/inventering` reads them in this order. */
export const TEMPLATE_COLUMNS = ['kommunkod', 'ar', 'uppgift', 'kon', 'alder', 'varde', 'text'] as const;

/** Whose inventory the template is for; empty to be filled in. */
export type TemplateFor = { readonly kommunkod: string; readonly ar: string };
export const NOBODY: TemplateFor = { kommunkod: '', ar: '' };

export type Blank = { readonly uppgift: string; readonly kon: Kon; readonly alder: Alder };

/** The rows to fill in: everything once; people by sex, and by age as well where the form says so. */
export function blanks({ uppgifter }: Formular): readonly Blank[] {
  return uppgifter.flatMap(({ kod, enhet, efterAlder }) => {
    const row = (kon: Kon, alder: Alder): Blank => ({ uppgift: kod, kon, alder });
    if (enhet !== 'personer') return [row('T', 'alla')];
    const ages = efterAlder ? ALDRAR : (['alla'] as const);
    return ages.flatMap((alder) => (['T', 'K', 'M'] as const).map((kon) => row(kon, alder)));
  });
}
