import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { must } from '../model/must.ts';
import type { Observation } from '../model/observation.ts';
import { formatDate } from '../text/dates.ts';
import { listOf } from '../text/lists.ts';
import { formatNumber, formatYears } from '../text/numbers.ts';

type Answered = { readonly indicator: Indicator; readonly observation: Observation };

/**
 * Where imported answers come from, question by question, and which are made up: for a table that holds both. Null
 * when nothing was imported, since then the indicators' own sources say it.
 */
export function originSentence(items: readonly Answered[]): string | null {
  const bySource = new Map<string, Answered[]>();
  for (const item of items) {
    const { kalla, exempel } = item.observation;
    if (kalla !== null && !exempel) bySource.set(kalla, [...(bySource.get(kalla) ?? []), item]);
  }
  if (bySource.size === 0) return null;
  const examples = items.some((i) => i.observation.exempel);
  const said = [...bySource].map(([kalla, list]) =>
    examples || bySource.size > 1
      ? `Källa: ${kalla} (${listOf(list.map((i) => i.indicator.kortnamn))}).`
      : `Källa: ${kalla}.`,
  );
  return [...said, ...(examples ? ['Svaren på de andra frågorna är exempeldata.'] : [])].join(' ');
}

/** The last thing that was asked for, which is the values; what came before it described them. */
const asked = (fraga: readonly string[]) => {
  const last = must(fraga.at(-1), 'question of an import');
  return fraga.length > 1 ? `${last} och ${formatNumber(fraga.length - 1)} till` : last;
};

/** Every import behind the figures: which, from where, when, what was asked, what was left out. Null when there is none. */
export function importsTable(index: CatalogueIndex): Table | null {
  const { inlasta } = index.catalogue;
  if (inlasta.length === 0) return null;
  const asks = new Map(index.catalogue.formular.uppgifter.map((u) => [u.kod, u.namn]));
  const name = (id: string) =>
    index.indikator(id)?.kortnamn ?? asks.get(id) ?? (id === 'folkmangd' ? 'Folkmängd' : id);
  return {
    caption: 'Inlästa siffror och var de kommer ifrån',
    columns: ['Siffror', 'År', 'Källa', 'Hämtat', 'Fråga', 'Utelämnat'].map((label) => ({
      label,
      numeric: false,
    })),
    rows: inlasta.flatMap(({ fil, inlasningar }) =>
      inlasningar.map((i) => [
        { text: `${listOf(i.indikatorer.map(name))} (${fil})` },
        { text: i.ar.length === 0 ? 'Okänt' : formatYears(Math.min(...i.ar), Math.max(...i.ar)) },
        { text: i.kalla },
        { text: formatDate(i.hamtad.slice(0, 10)) },
        { text: `${asked(i.fraga)}. SHA-256 ${i.sha256}` },
        {
          text:
            i.utelamnat.length === 0
              ? 'Inget'
              : i.utelamnat
                  .map(
                    (u) =>
                      `${[u.indikator === null ? [] : name(u.indikator), u.ar ?? [], u.koder.join(', ')].flat().join(' ').trim()}: ${u.skal}`,
                  )
                  .join('. '),
        },
      ]),
    ),
  };
}
