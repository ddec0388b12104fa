import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Formular } from '../../model/formular.ts';
import { ALDRAR, type Inventering } from '../../model/inventering.ts';
import { ageLabel, partLabel, SEX_LABEL } from '../../text/inventering.ts';
import { type Shown, shownIn } from './figures.ts';

/** A row of figures, one cell a column. */
export type Row = readonly (string | number | null)[];

/** The columns of `figureRows`. */
export const FIGURE_COLUMNS = [
  'Kommun',
  'År',
  'Del',
  'Uppgift',
  'Kön',
  'Ålder',
  'Antal',
  'Enhet',
  'Skäl',
  'Exempeldata',
] as const;

/** Every figure that may be shown, one a row; a hidden one with its sign and the reason. Free text is left out. */
export function figureRows(years: readonly Inventering[], form: Formular): readonly Row[] {
  return years.flatMap((year) =>
    form.uppgifter.flatMap(({ kod, del, namn, enhet }) =>
      (['T', 'K', 'M'] as const).flatMap((kon) =>
        ALDRAR.flatMap((alder): readonly Row[] => {
          const shown = shownIn(year, kod, kon, alder);
          if (shown.kind === 'saknas' || enhet === 'text') return [];
          const { namn: kommun, ar, exempel } = year;
          return [
            [
              kommun,
              ar,
              partLabel(form, del),
              namn,
              SEX_LABEL[kon],
              ageLabel(alder),
              numberOf(shown),
              enhet,
              reasonOf(shown),
              exempel ? 'ja' : 'nej',
            ],
          ];
        }),
      ),
    ),
  );
}

const numberOf = (shown: Shown) => (shown.kind === 'tal' ? shown.tal : ABSENCE_SYMBOL.skyddad);
const reasonOf = (shown: Shown) => (shown.kind === 'skyddad' ? 'skyddad uppgift' : '');
