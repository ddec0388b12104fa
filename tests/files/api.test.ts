import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from '../../src/files/api/endpoint.ts';
import { ENDPOINTS } from '../../src/files/api/index.ts';
import { openApi } from '../../src/files/api/openapi.ts';
import { ABSENCE_SYMBOL } from '../../src/model/absence.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { must } from '../../src/model/must.ts';
import type { Observation } from '../../src/model/observation.ts';
import { absenceLabel } from '../../src/text/absence.ts';
import { type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

/** Belongs to the comparison page, whose own tests hold it. */
const NOT_OURS = ['api/v1/jamfor.json'];

describe('OpenAPI', () => {
  it('is valid 3.1 and names every file of the API', async () => {
    const description = await site.json('api/v1/openapi.json');
    const validator = new Validator();
    expect(await validator.validate(description)).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
    const patterns = Object.keys(description.paths).map(
      (p) => new RegExp(`^api/v1${p.replaceAll('.', '\\.').replace(/\{\w+\}/, '[^/]+')}$`),
    );
    const files = site.paths.filter((p) => p.startsWith('api/v1/') && !NOT_OURS.includes(p));
    expect(files.length).toBeGreaterThan(450);
    for (const path of files)
      if (path !== 'api/v1/openapi.json')
        expect([path, patterns.filter((p) => p.test(path)).length]).toEqual([path, 1]);
  });

  it('has ids that code generators take, says that nobody logs in, and names a file that exists', async () => {
    const { paths, security } = await site.json('api/v1/openapi.json');
    expect(security).toEqual([]);
    const gets = Object.values<{ get: Record<string, unknown> }>(paths).map((p) => p.get);
    const ids = gets.map((g) => String(g.operationId));
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const get of gets) {
      expect(get.description).toMatch(/\.$/);
      const address = /"externalValue":"([^"]+)"/.exec(JSON.stringify(get))?.[1] ?? '';
      expect(site.paths).toContain(address.slice(site.index.catalogue.release.webbplats.length));
    }
  });

  it('names no file where the data has none: no kommun has an inventory', async () => {
    const description = openApi(indexCatalogue({ ...site.index.catalogue, inventeringar: [] }), ENDPOINTS);
    const { get } = must(description.paths['/inventering/{kommun}.json'], 'address of an inventory');
    expect(JSON.stringify(get)).not.toMatch(/externalValue|"example"/);
    expect(await new Validator().validate(JSON.parse(JSON.stringify(description)))).toMatchObject({
      valid: true,
    });
  });

  it('describes what is really answered: every file keeps to its shape', async () => {
    let read = 0;
    for (const e of ENDPOINTS)
      for (const entry of e.entries(site.index)) {
        const path = `api/v1${pathOf(e, entry)}`;
        const { error } = e.schema.type.safeParse(await site.json(path));
        expect([path, error?.issues.slice(0, 2)]).toEqual([path, undefined]);
        read += 1;
      }
    expect(read).toBeGreaterThan(450);
  });

  it('has one shape for a value, with every key required', async () => {
    const { components } = await site.json('api/v1/openapi.json');
    const { required, properties, additionalProperties } = components.schemas.Varde;
    expect(required.toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(additionalProperties).toBe(false);
    expect(components.schemas.KommunVarden.properties.values.items).toEqual({
      $ref: '#/components/schemas/Varde',
    });
    expect(JSON.stringify(components)).not.toContain('readOnly');
  });
});

const keyOf = (o: Pick<Observation, 'indikator' | 'kod' | 'ar' | 'kon'>) =>
  [o.indikator, o.kod, o.ar, o.kon].join(' ');

const EMPTY = {
  varde: null,
  saknas: 'uppgift-saknas',
  svarande: null,
  tillfragade: null,
  exempel: false,
} as const;

describe('the values', () => {
  it('are those of the catalogue, each once by indicator and once by place, with reason, sign and words', async () => {
    const { indikatorer, referens, observationer } = site.index.catalogue;
    const byIndicator = (
      await Promise.all(indikatorer.map((i) => site.json(`api/v1/observationer/${i.id}.json`)))
    ).flatMap((f) => f.values);
    const byPlace = (
      await Promise.all([
        site.json('api/v1/riket.json'),
        ...referens.lan.map((l) => site.json(`api/v1/lan/${l.kod}.json`)),
        ...referens.kommuner.map((k) => site.json(`api/v1/kommuner/${k.kod}.json`)),
      ])
    ).flatMap((f) => f.values);
    const known = new Map(observationer.map((o) => [keyOf(o), o]));
    // Indicators without a single value stand for riket alone, with the reason.
    const isEmpty = (v: Observation) => site.index.observationsOf(v.indikator).length === 0;
    expect(byIndicator.filter(isEmpty).length).toBeGreaterThanOrEqual(10);
    for (const values of [byIndicator, byPlace]) {
      expect(new Set(values.map(keyOf))).toEqual(new Set(byIndicator.map(keyOf)));
      expect(values.filter((v) => !isEmpty(v))).toHaveLength(observationer.length);
      for (const v of values) {
        const o = isEmpty(v) ? EMPTY : known.get(keyOf(v));
        expect(v).toMatchObject({
          varde: o?.varde,
          saknas: o?.saknas,
          svarande: o?.svarande,
          exempel: o?.exempel,
        });
        if (o?.saknas)
          expect([v.saknasTecken, v.saknasText]).toEqual([ABSENCE_SYMBOL[o.saknas], absenceLabel(o.saknas)]);
        else expect([v.varde === null, v.saknasTecken, v.saknasText]).toEqual([false, null, null]);
      }
    }
  });

  it('each say where they come from: their row, else their indicator; what is made up says so', async () => {
    const { values } = await site.json('api/v1/kommuner/2480.json');
    expect(values.filter((v: { kalla: string }) => v.kalla === '')).toEqual([]);
    const of = (id: string) => site.index.indikator(id)?.kalla ?? '';
    const register = values.find((v: Observation) => v.indikator === 'N07907' && v.varde !== null);
    expect(register).toMatchObject({ exempel: false, kalla: of('N07907') });
    expect(values.find((v: Observation) => v.exempel)?.kalla).toMatch(/^Exempeldata\. Frågan kommer från /);
    const riket = (await site.json('api/v1/riket.json')).values;
    const said = riket.find((v: Observation) => v.indikator === 'OJ-HL-05' && v.ar === 2023);
    expect(said.kalla).toBe('Kronofogden, pressmeddelande den 6 februari 2024');
  });

  it('of a question in riket and län say how many answered and what the share is of', async () => {
    const riket = (await site.json('api/v1/riket.json')).values;
    const plan = riket.find((v: Observation) => v.indikator === 'U30428' && v.ar === 2016);
    const exempel = site.index.observation('U30428', '00', 2016)?.exempel;
    expect(plan).toMatchObject({ bas: 'kommuner-och-stadsdelar', exempel, namn: 'Riket' });
    expect(plan.fordelning.ja + plan.fordelning.nej).toBe(plan.svarande);
    expect((100 * plan.fordelning.ja) / plan.svarande).toBeCloseTo(plan.varde, 9);
  });

  it('of an indicator without any: one stand-in for each year, with the reason and in words', async () => {
    const { values, count } = await site.json('api/v1/observationer/N30466.json');
    expect(count).toBe(1);
    expect(values).toMatchObject([
      {
        kod: '00',
        ar: 2026,
        varde: null,
        saknas: 'uppgift-saknas',
        not: expect.stringContaining('Inga värden'),
      },
    ]);
  });

  it('of a kommun come with its neighbours and those like it', async () => {
    const umea = await site.json('api/v1/kommuner/2480.json');
    expect(umea.kommun.namn).toBe('Umeå');
    expect(umea.grannar).toContain('2401');
    expect(umea.liknande.allt).toHaveLength(7);
    expect(umea.liknande.allt[0].avstand).toBeLessThanOrEqual(umea.liknande.allt[6].avstand);
    const malmo = await site.json('api/v1/kommuner/1280.json');
    expect(malmo.stadsdelar.length).toBeGreaterThan(3);
    expect(malmo.values.some((v: Observation) => v.niva === 'stadsdel')).toBe(true);
  });
});

describe('in the shape of Kolada', () => {
  it('a number is the number, an answer its code, riket 0000 and län 00LL', async () => {
    const { values, count } = await site.json('api/v1/kolada/data/kpi/U30437.json');
    expect(count).toBe(values.length);
    const api = await site.api('U30437');
    const code: Readonly<Record<string, number>> = { ja: 2, delvis: 1, nej: 0 };
    const at = (kod: string) =>
      values.find(
        (v: { municipality: string; period: number }) => v.municipality === kod && v.period === 2016,
      );
    for (const v of api.filter((x) => x.ar === 2016 && x.niva === 'kommun')) {
      const [cell] = at(v.kod).values;
      const value = typeof v.varde === 'string' ? code[v.varde] : null;
      expect(cell).toEqual({ gender: 'T', count: Number(value !== null), status: v.saknas ?? '', value });
    }
    expect(at('0000').values[0].value).toBe(api.find((v) => v.kod === '00' && v.ar === 2016)?.varde);
    expect(at('0024')).toBeDefined();
  });
});
