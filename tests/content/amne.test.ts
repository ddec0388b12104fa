import { beforeAll, describe, expect, it } from 'vitest';
import { kommunTopic, topicIndicators, topicsOf } from '../../src/content/amne.ts';
import { contactOf } from '../../src/content/kontakt.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';
import { LITET } from '../files/helpers/catalogue.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  const read = await load(LITET, nodeEffects());
  if (!read.index) throw new Error('the small folder has errors');
  index = read.index;
});

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('a citizen’s question about a kommun', () => {
  it('is answered with the newest answer and its year for every kommun, and every number says itself or why not', () => {
    const [amne] = index.catalogue.amnen;
    if (!amne) throw new Error('no subject');
    for (const kommun of index.catalogue.referens.kommuner) {
      const topic = kommunTopic(index, kommun, amne);
      expect(topic.title).toContain(kommun.namn);
      expect(plain(topic.lead)).toMatch(/^.* (svarade .* 2016|har inte ställts|svarade inte|saknar)/);
      expect(topic.answers.map((a) => a.indicator.id)).toEqual(['U30428']);
      expect(topic.numbers.map((n) => n.indicator.id)).toEqual(['N07907', 'OJ-HL-99']);
      for (const { own } of topic.numbers) expect(plain(own)).toMatch(/2022|skyddad|saknas/);
      expect(topic.utanSiffra).toBeNull();
    }
  });

  it('says why a kommun has no numbers where none are published', () => {
    const [amne] = index.catalogue.amnen;
    const [kommun] = index.catalogue.referens.kommuner;
    if (!amne || !kommun) throw new Error('no subject');
    const none = { ...index, observationsOf: () => [], yearsOf: () => [] };
    expect(kommunTopic(none, kommun, amne).utanSiffra).toBe(
      'Kommunen har inga egna siffror i det här provet.',
    );
  });
});

it('gathers indicators of all areas, and each indicator says which subjects it is in', () => {
  const group = index.catalogue.amnen.find((a) => a.slag === 'malgrupp');
  if (!group) throw new Error('no target group');
  expect(topicIndicators(index, group).map((i) => i.href)).toEqual(['/indikatorer/trangboddhet/']);
  expect(topicsOf(index, { id: 'N07907' }).map((t) => t.href)).toEqual([
    '/amnen/plan/',
    '/amnen/trangbodda/',
  ]);
  expect(topicsOf(index, { id: 'X1' })).toEqual([]);
});

it('gives a kommun’s own contact only where its source says it', () => {
  expect(
    contactOf(index, '1060')
      ?.map((p) => p.text)
      .join(''),
  ).toBe('telefon 0454-00 00 00, e-post registrator@olofstrom.example, webbplats olofstrom.example');
  expect(contactOf(index, '1081')?.map((p) => p.href ?? p.text)).toEqual(['telefon ', 'tel:0457000000']);
  expect(contactOf(index, '1083')).toBeNull();
});
