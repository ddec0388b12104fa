import { answerAnchor } from '../../content/kommun/answers.ts';
import { amnePath } from '../../markup/paths.ts';
import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { must } from '../../model/must.ts';
import { utf8 } from '../common/bytes.ts';
import type { Writer } from '../file.ts';
import type { SearchName, SearchNames } from './model.ts';

/** Names in the order that a reader most often means them: kommuner, län, stadsdelar, areas, subjects, indicators, texts. */
function searchNamesOf(index: CatalogueIndex): SearchNames {
  const { referens, omraden, indikatorer, texter, amnen } = index.catalogue;
  const lan = new Map(referens.lan.map((l) => [l.kod, l.namn]));
  const omrade = new Map(omraden.map((o) => [o.slug, o.kortnamn]));
  const namn: readonly SearchName[] = [
    ...referens.kommuner.map((k) => ({
      namn: k.namn,
      slag: 'Kommun',
      path: `/kommuner/${k.slug}/`,
      i: must(lan.get(k.lanskod), `län ${k.lanskod}`),
      kod: k.kod,
    })),
    ...referens.lan.map((l) => ({ namn: l.namn, slag: 'Län', path: `/lan/${l.slug}/`, i: '' })),
    ...stadsdelar(index),
    ...omraden.map((o) => ({ namn: o.titel, slag: 'Område', path: `/omraden/${o.slug}/`, i: '' })),
    ...amnen.map((a) => ({
      namn: a.titel,
      slag: 'Ämne',
      path: amnePath(a),
      i: '',
      ...(a.slag === 'fraga' ? { svar: `fraga/${a.slug}/` } : {}),
    })),
    ...indikatorer.map((i) => ({
      namn: i.titel,
      slag: 'Indikator',
      path: `/indikatorer/${i.slug}/`,
      i: must(omrade.get(i.omrade), `area ${i.omrade}`),
      ...(answersOf(i.svarstyp, i.kategorier).length > 0 ? { svar: `${i.omrade}/#${answerAnchor(i)}` } : {}),
    })),
    ...texter.sidor.map((t) => ({ namn: t.titel, slag: 'Sida', path: `/${t.del}/${t.slug}/`, i: '' })),
  ];
  const words = amnen.flatMap((a) =>
    a.sokord.map((ord) => ({ ord, menar: a.titel.toLocaleLowerCase('sv') })),
  );
  const pairs = Map.groupBy([...texter.synonymer, ...words], (s) => s.ord.toLocaleLowerCase('sv'));
  return {
    namn,
    synonymer: Object.fromEntries([...pairs].map(([ord, list]) => [ord, list.map((s) => s.menar)])),
  };
}

/** Stadsdelar stand on the page of their city. One that was reformed under the same name is one name. */
function stadsdelar(index: CatalogueIndex): readonly SearchName[] {
  const names = index.catalogue.referens.stadsdelar.flatMap((s) => {
    const stad = index.kommun(s.kommunkod);
    return stad ? [{ namn: s.namn, slag: 'Stadsdel', path: `/kommuner/${stad.slug}/`, i: stad.namn }] : [];
  });
  return [...new Map(names.map((n) => [`${n.namn}|${n.path}`, n])).values()];
}

/** The list that the search page reads before it searches the texts. */
export const searchWriter: Writer = {
  name: 'sok',
  files: (index) => [
    {
      path: 'sok/namn.json',
      mediaType: 'application/json; charset=utf-8',
      format: 'JSON',
      title: 'Namn och sökord',
      description: 'Alla namn som har en sida, och ord som betyder samma sak. Sökningen använder filen.',
      opensIn: 'R, Python, webbläsare',
      group: 'api',
      example: false,
      content: () => utf8(`${JSON.stringify(searchNamesOf(index))}\n`),
    },
  ],
};
