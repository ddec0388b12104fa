import { delimiterOf, type FieldPlace } from '../audit/csv.ts';
import type { PlacedCount } from '../audit/shown.ts';
import { textNumbers } from '../text-numbers.ts';

type Span = { readonly from: number; readonly to: number };

/** Where each field of each record stands in a CSV text (RFC 4180), quotation marks and all. */
function fieldsOf(text: string, delimiter: string): readonly (readonly Span[])[] {
  const records: Span[][] = [];
  let record: Span[] = [];
  let from = 0;
  let quoted = false;
  const end = (at: number) => record.push({ from, to: at });
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    // Two marks in a quoted field leave and enter it again.
    if (sign === '"') quoted = !quoted;
    if (quoted || (sign !== delimiter && sign !== '\n' && sign !== '\r')) continue;
    end(at);
    if (sign !== delimiter) {
      records.push(record);
      record = [];
      if (sign === '\r' && text[at + 1] === '\n') at++;
    }
    from = at + 1;
  }
  if (from < text.length || record.length > 0) {
    end(text.length);
    records.push(record);
  }
  return records;
}

const BOM = '\ufeff';
/** Free text beside a number, which may say it. */
const TEXTS = ['not', 'text'];

/** The protected values taken out of a CSV file; the row says why where it has a column for that. */
export function withoutInCsv(content: Uint8Array, counts: readonly PlacedCount<FieldPlace>[]): Uint8Array {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const start = whole.startsWith(BOM) ? BOM : '';
  const text = whole.slice(start.length);
  const [header = [], ...rows] = fieldsOf(text, delimiterOf(text));
  const textOf = ({ from, to }: Span) => text.slice(from, to).replaceAll('"', '');
  const columns = header.map(textOf);
  const changes = new Map<number, { readonly span: Span; readonly to: string }>();
  const put = (row: number, column: string, to: string | ((before: string) => string)) => {
    const span = rows[row]?.[columns.indexOf(column)];
    if (!span) return;
    const before = changes.get(span.from)?.to ?? textOf(span);
    changes.set(span.from, { span, to: typeof to === 'string' ? to : to(before) });
  };
  for (const { place, varde } of counts) {
    put(place.row, place.column, '');
    put(place.row, 'saknas', 'skyddad');
    put(place.row, 'skyddat', (before) => [...before.split(' ').filter(Boolean), place.column].join(' '));
    for (const column of TEXTS) {
      const span = rows[place.row]?.[columns.indexOf(column)];
      if (span && varde !== null && textNumbers(textOf(span)).has(varde)) put(place.row, column, '');
    }
  }
  let done = 0;
  const parts: string[] = [start];
  for (const { span, to } of [...changes.values()].toSorted((a, b) => a.span.from - b.span.from)) {
    parts.push(text.slice(done, span.from), to);
    done = span.to;
  }
  return new TextEncoder().encode([...parts, text.slice(done)].join(''));
}
