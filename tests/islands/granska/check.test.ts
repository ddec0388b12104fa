import { describe, expect, it } from 'vitest';
import { isDefinition } from '../../../src/ingest/layout.ts';
import { checkFile } from '../../../src/islands/granska/check.ts';
import { ENKAT, folder } from '../../ingest/folder.ts';

/** What the site hands to the checker in the browser. */
const definitions = Object.fromEntries(
  [...folder()].flatMap(([path, bytes]) =>
    isDefinition(path) ? [[path, new TextDecoder().decode(bytes)]] : [],
  ),
);

describe('a file checked in the browser', () => {
  it('has no findings when it has no faults: the definitions are enough to judge it', () => {
    expect(checkFile(definitions, ENKAT, folder().get(ENKAT) ?? new Uint8Array())).toEqual([]);
  });

  it('has the findings that the publisher would get', () => {
    const bytes = new TextEncoder().encode('kommunkod;kommun;stadsdel;U1;U2\n1623;Habo;;ja;nej\n');
    const codes = checkFile(definitions, ENKAT, bytes).map((f) => f.code);
    expect(codes).toContain('kommunkod-nedlagd');
  });
});
