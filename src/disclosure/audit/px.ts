import { must } from '../../model/must.ts';
import { numberIn, type PlacedCount } from './shown.ts';

/** Where a value begins and ends in the file, in bytes. */
export type BytePlace = { readonly from: number; readonly to: number };

/** Every value of a PX file (PC-Axis) of one indicator; none of another file. The last variable varies fastest. */
export function shownInPx(content: Uint8Array): readonly PlacedCount<BytePlace>[] {
  const text = new TextDecoder('windows-1252').decode(content);
  const strings = (key: string): readonly string[] => {
    const at = text.indexOf(`\n${key}=`);
    if (at < 0) return [];
    return [
      ...text
        .slice(at, text.indexOf(';', at))
        .split('=')
        .slice(1)
        .join('=')
        .matchAll(/"([^"]*)"/g),
    ].map(([, inner = '']) => inner);
  };
  const [indikator] = strings('MATRIX');
  const start = text.indexOf('\nDATA=');
  if (indikator === undefined || start < 0) return [];
  const variables = [...strings('STUB'), ...strings('HEADING')];
  const codes = variables.map((name) => strings(`CODES("${name}")`));
  // One byte is one character in this encoding.
  const from = start + '\nDATA='.length;
  const data = [...text.slice(from).matchAll(/"[^"]*"|[^\s;]+/g)];
  const at = (name: string, place: number): string => {
    const d = variables.indexOf(name);
    const step = codes.slice(d + 1).reduce((product, list) => product * list.length, 1);
    const list = codes[d];
    // A table without the variable, or a list without codes, says nothing of it.
    return list === undefined || list.length === 0
      ? ''
      : must(list[Math.floor(place / step) % list.length], `code of ${name}`);
  };
  return data.map(({ 0: value, index }, place) => ({
    indikator,
    kod: at('plats', place),
    ar: at('år', place).replace('okant', ''),
    kon: at('kön', place) || 'T',
    varde: numberIn(value),
    place: { from: from + index, to: from + index + value.length },
  }));
}
