/** A PX file as its specification says that it is read; knows nothing of our writer. */
export type Px = {
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Numbers, or the dots that stand for a reason. */
  readonly data: readonly (number | string)[];
};

/** Reads `KEY("variable")="a","b";` statements, then `DATA=`. Throws on anything that is not one. */
export function readPx(bytes: Uint8Array): Px {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const at = text.indexOf('\r\nDATA=');
  if (at < 0 || !text.endsWith(';')) throw new Error('DATA must come last');
  const keys = new Map<string, readonly string[]>();
  const statement = /([A-Z0-9-]+(?:\("[^"]*"(?:,"[^"]*")*\))?)=((?:"[^"]*"|[^";])*);\s*/gy;
  const head = text.slice(0, at + 2);
  while (statement.lastIndex < head.length) {
    const [, key, value] = statement.exec(head) ?? [];
    if (key === undefined || value === undefined) throw new Error(`no statement in ${head.slice(-80)}`);
    if (keys.has(key)) throw new Error(`${key} twice`);
    keys.set(key, valuesOf(value));
  }
  const cells = text
    .slice(at + 7, -1)
    .trim()
    .split(/\s+/);
  return { keys, data: cells.map((c) => (c.startsWith('"') ? c.slice(1, -1) : Number(c))) };
}

/** Strings that only line breaks part are one string (a long text); commas part values. */
function valuesOf(value: string): readonly string[] {
  const items: string[] = [];
  let open = false;
  for (const [token] of value.matchAll(/"[^"]*"|,|[^",\s]+/g)) {
    if (token === ',') open = false;
    else if (token.startsWith('"') && open) items.push((items.pop() ?? '') + token.slice(1, -1));
    else items.push(token.replaceAll('"', ''));
    if (token !== ',') open = true;
  }
  return items;
}
