import { kommunPath } from '../../markup/paths.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { kommungrupper, SIZE_CLASSES, sizeGroups } from '../../statistics/groups.ts';
import { type Peer, type PeerTheme, peerSpace, peersOf } from '../../statistics/peers.ts';
import { likeness } from '../../text/likeness.ts';
import { formatNumber } from '../../text/numbers.ts';
import { exampleKommun, populationSource } from '../../text/places.ts';

const THEMES: Readonly<Record<string, string>> = { storlek: 'Storlek', bostad: 'Bostad', ekonomi: 'Ekonomi' };

/** The measures that likeness is computed over, with theme, year and source. */
export function measuresTable(index: CatalogueIndex): Table {
  return {
    caption: 'Mått som likheten räknas på',
    columns: ['Mått', 'Tema', 'År', 'Källa'].map((label) => ({ label, numeric: false })),
    rows: peerSpace(index).measures.map(({ indicator, tema, ar }) => [
      indicator
        ? { text: indicator.titel, href: `/indikatorer/${indicator.slug}/` }
        : { text: 'Folkmängd (logaritmerad)' },
      { text: THEMES[tema] ?? tema },
      { text: ar === null ? 'Okänt' : String(ar) },
      { text: indicator?.kalla ?? populationSource(index.catalogue.referensKallor) },
    ]),
  };
}

/** A kommun's similar ones in a theme, as the pages and the API list them. */
function alikeTable(index: CatalogueIndex, kommun: Kommun, theme: PeerTheme): Table {
  const name = (peer: Peer) => must(index.kommun(peer.kod), `kommun ${peer.kod}`);
  return {
    caption: `Mest lika ${kommun.namn}`,
    columns: [
      { label: 'Kommun', numeric: false },
      { label: 'Avstånd', numeric: true },
      { label: 'Liknar mest i', numeric: false },
    ],
    rows: peersOf(index, kommun.kod, theme).map((peer) => [
      { text: name(peer).namn, href: kommunPath(name(peer)) },
      { text: formatNumber(peer.distance, 2) },
      { text: likeness(peer) },
    ]),
  };
}

/** The size classes with how many kommuner are in each. */
function sizeTable(counts: readonly { readonly namn: string; readonly koder: readonly string[] }[]): Table {
  return {
    caption: `${SIZE_CLASSES.length} storleksklasser`,
    columns: [
      { label: 'Storlek', numeric: false },
      { label: 'Kommuner', numeric: true },
    ],
    rows: counts.map(({ namn, koder }) => [{ text: namn }, { text: formatNumber(koder.length) }]),
  };
}

/** What the page about likeness says. */
export type LikenessPage = {
  readonly measures: Table;
  /** A kommun to show it on; null where there are none. */
  readonly example: { readonly kommun: Kommun; readonly alike: Table } | null;
  readonly groups: { readonly count: number; readonly kalla: string; readonly ar: number };
  readonly sizes: Table;
};

/** The document of the page about likeness. */
export function likenessPage(index: CatalogueIndex): LikenessPage {
  const { referens, referensKallor } = index.catalogue;
  const kommun = exampleKommun(referens);
  return {
    measures: measuresTable(index),
    example: kommun ? { kommun, alike: alikeTable(index, kommun, 'allt') } : null,
    groups: { count: kommungrupper(referens).length, ...referensKallor.kommungrupper },
    sizes: sizeTable(sizeGroups(referens)),
  };
}
