import { DOMParser } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import type { Edition, Omrade } from '../../src/model/edition.ts';
import { LITET, type Published, publish, publishIndex } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish(LITET);
});

const parse = async (published: Published, path: string) =>
  new DOMParser().parseFromString(await published.text(path), 'text/xml');
const feeds = () => site.paths.filter((p) => p.startsWith('floden/'));

/** The small site with other editions of its area. */
const withEditions = (change: (editions: readonly Edition[]) => Edition[], titel?: string) => {
  const { catalogue } = site.index;
  const omraden = catalogue.omraden.map(
    (o): Omrade => ({ ...o, utgavor: change(o.utgavor), ...(titel === undefined ? {} : { titel }) }),
  );
  return publishIndex(indexCatalogue({ ...catalogue, omraden }));
};

describe('feeds', () => {
  it('are one for all news, one for each kommun and one for each indicator', () => {
    expect(feeds()).toHaveLength(1 + 6 + site.index.catalogue.indikatorer.length);
    expect(feeds()).toContain('floden/alla.xml');
    expect(feeds()).toContain('floden/kommuner/karlskrona.xml');
    expect(feeds()).toContain('floden/indikatorer/aktuell-overgripande-plan.xml');
  });

  it('have everything that RFC 4287 asks for, each once, and ids of their own', async () => {
    const ids = new Set<string>();
    for (const path of feeds()) {
      const feed = (await parse(site, path)).documentElement;
      expect(feed.tagName).toBe('feed');
      expect(feed.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
      const entries = [...feed.children].filter((e) => e.tagName === 'entry');
      expect(entries.length).toBeGreaterThan(0);
      for (const element of [feed, ...entries]) {
        const own = (name: string) => [...element.children].filter((e) => e.tagName === name);
        for (const name of ['id', 'title', 'updated']) {
          expect([path, name, own(name).length]).toEqual([path, name, 1]);
          expect(own(name)[0]?.textContent).not.toBe('');
        }
        expect(own('id')[0]?.textContent).toMatch(/^tag:oppna-jamforelser\.example,2026:[A-Za-z0-9./-]+$/);
        expect(own('updated')[0]?.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
        const rels = own('link').map((l) => l.getAttribute('rel'));
        expect(rels).toEqual(element === feed ? ['self', 'alternate'] : ['alternate']);
      }
      const [self] = [...feed.children].filter((e) => e.getAttribute('rel') === 'self');
      expect(self?.getAttribute('href')).toBe(`https://oppna-jamforelser.example/${path}`);
      expect(feed.querySelector('author name')?.textContent).not.toBe('');
      const mine = [...feed.querySelectorAll('id')].map((e) => e.textContent ?? '');
      expect(new Set(mine).size).toBe(mine.length);
      expect(ids).not.toContain(mine[0]);
      ids.add(mine[0] ?? '');
    }
  });

  it('say the same thing wherever the same id stands: readers show an id once', async () => {
    const summaries = new Map<string, string>();
    for (const path of feeds())
      for (const entry of (await parse(site, path)).querySelectorAll('entry')) {
        const id = entry.querySelector('id')?.textContent ?? '';
        const said = [
          entry.querySelector('link')?.getAttribute('href'),
          entry.querySelector('summary')?.textContent,
        ].join(' ');
        expect([id, summaries.get(id) ?? said]).toEqual([id, said]);
        summaries.set(id, said);
      }
    expect(summaries.size).toBeGreaterThan(5);
  });

  it('announce a correction with its date and reason, newest first, without changing the id of what was announced before', async () => {
    const text = 'Två svar var förväxlade & ett <saknades>.';
    const corrected = withEditions((editions) =>
      editions.map((e) => ({ ...e, rattelser: [{ datum: '2027-01-15', version: '2016.2', text }] })),
    );
    // An indicator out of a register has no edition.
    const asked = new Set([
      ...feeds().filter((p) => !p.startsWith('floden/indikatorer/')),
      ...site.index.catalogue.indikatorer
        .filter((i) => i.typ === 'enkat')
        .map((i) => `floden/indikatorer/${i.slug}.xml`),
    ]);
    expect(asked.size).toBe(1 + 6 + 2);
    for (const path of feeds().filter((p) => asked.has(p))) {
      const feed = await parse(corrected, path);
      expect(feed.querySelector('updated')?.textContent).toBe('2027-01-15T00:00:00Z');
      const first = feed.querySelector('entry');
      expect(first?.querySelector('summary')?.textContent).toBe(text);
      const before = [...(await parse(site, path)).querySelectorAll('entry id')].map((e) => e.textContent);
      const after = [...feed.querySelectorAll('entry id')].map((e) => e.textContent);
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after).toHaveLength(before.length + 1);
    }
  });

  it('survive names with quotes, ampersands and å ä ö', async () => {
    const odd = withEditions((e) => [...e], "Hemlöshet ”i 'dag'” & <imorgon>");
    const titles = [...(await parse(odd, 'floden/alla.xml')).querySelectorAll('entry title')];
    expect(titles.map((t) => t.textContent)).toContain(
      "Hemlöshet ”i 'dag'” & <imorgon> 2016: resultat publicerade",
    );
  });
});
