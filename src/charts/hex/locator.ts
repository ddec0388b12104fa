import type { Referens } from '../../model/kommun.ts';
import { element, group, svg } from '../svg.ts';
import { tilePath } from './geometry.ts';
import { hexLayout } from './layout.ts';

/**
 * A small map that says where a place lies: the country with its län, one of them tinted, and one hexagon marked.
 * No links and under 6 kB; the words beside it say the same.
 * @param place a kommun (`kommunkod` given) or a whole län
 */
export function locator(
  referens: Referens,
  place: { readonly lanskod: string; readonly kommunkod?: string; readonly label: string },
): string {
  const layout = hexLayout(referens);
  const tile = place.kommunkod === undefined ? undefined : layout.tileOf(place.kommunkod);
  return svg(
    { class: 'chart hexmap locator', viewBox: layout.viewBox, label: place.label },
    element('path', { class: 'plain', d: layout.land }),
    element('path', { class: 'inlan', d: layout.lan(place.lanskod) }),
    element('path', { class: 'water', d: layout.water }),
    element('path', { class: 'wave', d: layout.waves }),
    element('path', { class: 'lan', d: layout.borders }),
    tile ? group('here', element('path', { class: 'me', d: tilePath(tile) })) : '',
  );
}
