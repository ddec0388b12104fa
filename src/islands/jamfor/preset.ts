/** The files of a ready-made comparison, made in the browser: every kommun of it, also where it is longer than a choice. */

import { matrixOf } from '../../compare/matrix.ts';
import { NOTHING } from '../../compare/selection.ts';
import { must } from '../../model/must.ts';
import { FILE_TYPES } from '../download.ts';
import { fetchCompareData, takeMatrix } from './comparison.ts';

async function take(place: HTMLElement, button: HTMLElement): Promise<void> {
  const type = FILE_TYPES.find((t) => t === button.dataset['fil']);
  if (!type) return;
  const data = await fetchCompareData();
  const kommuner = must(place.dataset['hamta'], 'kommuner of the comparison').split(',');
  const name = location.pathname.split('/').filter((part) => part !== '');
  const namn = { grupp: must(place.dataset['grupp'], 'name of the comparison'), ar: null };
  const fil = [...name, ...(type === 'pptx' ? ['nyaste'] : [])].join('-');
  await takeMatrix({ fil, type, namn }, [matrixOf(data, { ...NOTHING, kommuner })], data);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-hamta]'))
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    take(place, target).catch(() => {
      place.append(' Filen kunde inte göras just nu.');
    });
  });
