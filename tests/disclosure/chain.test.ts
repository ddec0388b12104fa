import { describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { auditFiles, type ReleaseAudit } from '../../src/disclosure/audit/index.ts';
import { type AuditedFile, READERS } from '../../src/disclosure/audit/readers.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { cellId } from '../../src/disclosure/register.ts';
import { allFiles } from '../../src/files/index.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { Kon } from '../../src/model/observation.ts';
import { type LoadResult, loadFiles } from '../../src/pipeline/load.ts';
import { ANTAL, type Change, folder, INDIKATORER, write as put, replace } from '../ingest/folder.ts';
import { kartlaggning } from './planted.ts';

// Counts of people, made up: a small one in Upplands Väsby, where it is 3 women and 11 men.
const COUNTS = `kod;ar;kon;varde;saknas
00;2022;T;235;
01;2022;T;144;
01;2022;K;63;
01;2022;M;81;
0114;2022;T;14;
0114;2022;K;3;
0114;2022;M;11;
0180;2022;T;130;
0180;2022;K;60;
0180;2022;M;70;
0305;2022;T;21;
0305;2022;K;9;
0305;2022;M;12;
0380;2022;T;60;
`;
const people = (skydd: unknown): Change =>
  replace(INDIKATORER, '"svarstyp": "antal"', `"svarstyp": "antal", "personskydd": ${JSON.stringify(skydd)}`);
const load = (skydd: unknown = {}) => loadFiles(folder(put(ANTAL, COUNTS), people(skydd)));
const highs = await loadHighs();
const ID = 'OJ-1|2022|0114|K';

/** Everything that a release would write, and its control; `change` alters bytes on the way. */
async function audited(
  { index, secret }: LoadResult,
  change: (path: string, content: Uint8Array) => Uint8Array = (_, content) => content,
): Promise<ReleaseAudit> {
  if (!index || !secret) throw new Error('nothing is hidden');
  const files = allFiles(index).map(
    (f): AuditedFile => ({ path: f.path, content: async () => change(f.path, await f.content()) }),
  );
  return auditFiles(highs, secret, files);
}

describe('a register that counts people', () => {
  it('hides the small count and what tells it, by place and by sex, for one and the same reason', async () => {
    const { index, tabeller } = await load();
    const at = (kod: string, kon: 'T' | 'K' | 'M') => index?.observation('OJ-1', kod, 2022, kon);
    expect(at('0114', 'K')).toMatchObject({ varde: null, saknas: 'skyddad' });
    expect(at('0114', 'T')).toMatchObject({ varde: 14, saknas: null });
    const hidden = index?.observationsOf('OJ-1').filter((o) => o.saknas === 'skyddad') ?? [];
    expect(hidden.map((o) => o.kod + o.kon)).toEqual(['0114K', '0114M', '0180K', '0180M']);
    expect(tabeller).toMatchObject([{ celler: 14, dolda: 4 }]);
  });

  it('is protected too where nobody has said how, and so is a kartläggning', async () => {
    const silent = replace(INDIKATORER, '"utanPersonskydd": "Talen är påhittade för tester.",', '');
    const counted = kartlaggning(['personer;alla;T;100', 'personer;1;T;3', 'personer;2;T;97'], {
      personskydd: undefined,
    });
    const { index, report } = await loadFiles(folder(put(ANTAL, COUNTS), silent, counted));
    const small = (varde: unknown) => typeof varde === 'number' && varde > 0 && varde < 5;
    const [lagd] = index?.catalogue.kartlaggningar ?? [];
    const values = [...(index?.observationsOf('OJ-1') ?? []), ...(lagd?.varden ?? [])].map((v) => v.varde);
    expect(values.length).toBeGreaterThan(14);
    expect(values.filter(small)).toEqual([]);
    expect(lagd?.varden[0]?.varde).toBe(100);
    const said = report.findings.filter((f) => f.code === 'personskydd-saknas').map((f) => f.file);
    expect(said).toEqual(['kartlaggningar/vasby/kartlaggning.json', INDIKATORER]);
  });

  it('is in no file as anything but X', async () => {
    const release = await load();
    const audits = await audited(release);
    expect(auditReport(audits)).toEqual({
      summary:
        'Röjandekontroll: 1 tabell över personer, 4 skyddade celler, smalaste intervall 0–14 (OJ-1 2022, kod 0114, kön K).',
      failures: [],
    });
  });

  it('shows everything as it is when nothing is declared to count people', async () => {
    const { index, secret } = await loadFiles(folder(put(ANTAL, COUNTS)));
    expect(index?.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(3);
    expect(secret).toBeNull();
  });

  it('shows what somebody else has published, and cannot use it to hide', async () => {
    const elsewhere = {
      redanPublicerat: { nivaer: ['kommun', 'lan', 'riket'], skal: 'Kronofogden har publicerat talen.' },
    };
    const { index } = await load(elsewhere);
    expect(index?.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(3);
  });

  it('cannot use or hide what an earlier version shows, and says so', async () => {
    const old = (varde: number) =>
      put('versioner/2025.1/observationer.csv', `indikator,kod,ar,kon,varde\nOJ-1,0114,2022,K,${varde}\n`);
    const known = await loadFiles(folder(put(ANTAL, COUNTS), people({}), old(3)));
    expect(known.index?.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(3);
    expect(known.tabeller).toMatchObject([{ dolda: 0 }]);
    const warnings = ({ report }: LoadResult) => report.findings.filter((f) => f.code === 'redan-i-version');
    expect(warnings(known)).toMatchObject([{ severity: 'warning', file: 'versioner/2025.1', value: 'OJ-1' }]);
    // The count has been corrected since: the old figure tells nothing of the new one.
    const corrected = await loadFiles(folder(put(ANTAL, COUNTS), people({}), old(4)));
    expect(corrected.index?.observation('OJ-1', '0114', 2022, 'K')?.saknas).toBe('skyddad');
    expect(warnings(corrected)).toEqual([]);
  });

  it.each([
    'parquet',
    'xlsx',
  ])('knows what an earlier version shows in its %s, whatever its CSV says', async (format) => {
    const open = await loadFiles(folder(put(ANTAL, COUNTS)));
    if (!open.index) throw new Error('no release');
    const path =
      format === 'parquet' ? 'data/prov/observationer.parquet' : 'data/kommuner/upplands-vasby.xlsx';
    const kept = await allFiles(open.index)
      .find((f) => f.path === path)
      ?.content();
    if (!kept) throw new Error(`no ${path}`);
    const { index } = await loadFiles(
      folder(put(ANTAL, COUNTS), people({}), put(`versioner/2025.1/${path.slice(5)}`, kept)),
    );
    expect(index?.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(3);
  });

  it('hides more when the source has hidden a count that a subtraction tells', async () => {
    const { index } = await loadFiles(
      folder(
        put(
          ANTAL,
          COUNTS.replace('0180;2022;K;60;', '0180;2022;K;;X')
            .replace('0114;2022;K;3;', '0114;2022;K;6;')
            .replace('0114;2022;M;11;', '0114;2022;M;8;')
            .replace('01;2022;K;63;', '01;2022;K;66;')
            .replace('01;2022;M;81;', '01;2022;M;78;'),
        ),
        people({}),
      ),
    );
    const hidden = index?.observationsOf('OJ-1').filter((o) => o.saknas === 'skyddad') ?? [];
    expect(hidden.map((o) => o.kod + o.kon)).toEqual(['0114K', '0114M', '0180K', '0180M']);
  });

  it('rounds instead, with sums that add up, and says so in the remark', async () => {
    const release = await load({ metod: 'avrunda-5' });
    const counts = release.index?.observationsOf('OJ-1').filter((o) => typeof o.varde === 'number') ?? [];
    expect(counts.length).toBe(14);
    for (const o of counts) expect(Number(o.varde) % 5).toBe(0);
    // Habo has no count, so riket is not the sum of what is shown.
    expect(release.index?.observation('OJ-1', '00', 2022)?.varde).toBe(235);
    expect(release.index?.observation('OJ-1', '0114', 2022)?.not).toBe(
      'Avrundat till en multipel av 5 för att skydda enskilda.',
    );
    expect(auditReport(await audited(release)).failures).toEqual([]);
  });
});

describe('the control of the written files', () => {
  const text = (content: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const encode = (content: string) => new TextEncoder().encode(content);
  const LEAK = `${'OJ-1 2022, kod 0114, kön K'}: värdet är skyddat men står som 3 i `;

  it('catches a count that is left in one CSV file', async () => {
    const path = 'data/prov/observationer.csv';
    const audits = await audited(await load(), (at, content) => {
      if (at !== path) return content;
      const leaking = text(content).replace('OJ-1,0114,kommun,2022,K,,skyddad', 'OJ-1,0114,kommun,2022,K,3,');
      expect(leaking).not.toBe(text(content));
      return encode(leaking);
    });
    const { failures } = auditReport(audits);
    expect(failures[0]).toBe(`${LEAK}${path}.`);
    // One count tells the three others.
    expect(failures.filter((f) => f.includes('går att räkna ut')).length).toBe(3);
  });

  it('catches a count that is left in one JSON file', async () => {
    const path = 'api/v1/observationer/OJ-1.json';
    const audits = await audited(await load(), (at, content) => {
      if (at !== path) return content;
      const json = JSON.parse(text(content));
      const value = json.values.find((v: { kod: string; kon: string }) => v.kod === '0114' && v.kon === 'K');
      Object.assign(value, { varde: 3, saknas: null });
      return encode(JSON.stringify(json));
    });
    expect(auditReport(audits).failures[0]).toBe(`${LEAK}${path}.`);
  });

  it('catches a count that is left in one Excel file', async () => {
    const path = 'data/kommuner/upplands-vasby.xlsx';
    const audits = await audited(await load(), (at, content) => {
      if (at !== path) return content;
      const book = read(content, { type: 'array' });
      const sheet = book.Sheets.Kommun ?? {};
      const rows = utils.sheet_to_json<readonly unknown[]>(sheet, {
        header: 1,
        defval: null,
        blankrows: true,
      });
      const header = rows.findIndex((r) => r.includes('Id'));
      const columnOf = (name: string) => (rows[header] ?? []).indexOf(name);
      const row = rows.findIndex((r) => r[columnOf('Id')] === 'OJ-1' && r[columnOf('Kön')] === 'K');
      expect(row).toBeGreaterThan(header);
      sheet[utils.encode_cell({ r: row, c: columnOf('Värde') })] = { t: 'n', v: 3 };
      return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    });
    expect(auditReport(audits).failures[0]).toBe(`${LEAK}${path}.`);
  });

  it('names the cell, the interval and the tables when only the small count is hidden', async () => {
    const { index, secret, ...rest } = await load();
    if (!index || !secret) throw new Error('no release');
    // A careless release: all but the small count is shown.
    const truth = new Map(secret.tables.cells.map((c) => [c.id, c.count]));
    const careless = indexCatalogue({
      ...index.catalogue,
      observationer: index.catalogue.observationer.map((o) => {
        const varde = o.saknas === 'skyddad' && cellId(o) !== ID ? truth.get(cellId(o)) : undefined;
        return varde === undefined ? o : { ...o, varde, saknas: null };
      }),
    });
    const { failures } = auditReport(await audited({ ...rest, index: careless, secret }));
    expect(failures).toEqual([
      'OJ-1 2022, kod 0114, kön K: går att räkna ut, värdet är 3. Det avslöjas av: Ett antal 2022, Upplands Väsby efter kön.',
    ]);
  });

  it.each([
    ['data/indikatorer/oj-1.jsonstat.json', 14],
    ['api/v1/observationer/OJ-1.json', 14],
    ['data/prov/observationer.csv', 14],
    ['data/indikatorer/oj-1.csv', 14],
    ['data/allt/allt.xlsx', 14],
    ['data/allt/observationer.parquet', 14],
    ['data/indikatorer/oj-1.px', 14],
    ['api/v1/jamfor.json', 5],
  ])('reads every shown and hidden count of %s', async (path, least) => {
    const { index } = await load();
    if (!index) throw new Error('no release');
    const file = allFiles(index).find((f) => f.path === path);
    if (!file) throw new Error(`no ${path}`);
    const reader = READERS[path.slice(path.lastIndexOf('.') + 1)];
    const shown = (await reader?.(await file.content(), path)) ?? [];
    const own = new Map(
      shown
        .filter((s) => s.indikator === 'OJ-1' && s.ar === '2022')
        .map((s) => [`${s.kod}|${s.kon}`, s.varde]),
    );
    expect(own.size).toBeGreaterThanOrEqual(least);
    for (const [place, varde] of own) {
      const [kod = '', kon] = place.split('|');
      const o = index.observation('OJ-1', kod, 2022, Kon.parse(kon));
      expect([place, varde]).toEqual([place, o?.varde ?? null]);
    }
  });

  it('fails when a format has nothing of the table: then nothing is proved', async () => {
    const release = await load();
    if (!release.secret) throw new Error('nothing is hidden');
    const audits = await auditFiles(highs, release.secret, []);
    expect(auditReport(audits).failures).toEqual(
      ['csv', 'json', 'parquet', 'px', 'xlsx'].map(
        (f) => `Ett antal: hittade inga värden i någon fil av typen ${f}.`,
      ),
    );
  });
});
