import type { CatalogueIndex } from '../../model/catalogue.ts';
import { type Kommun, type Lan, RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { perIndex } from '../../model/per-index.ts';
import { anyExample } from '../common/scopes.ts';
import { aboutSheet, indicatorSheet, symbolSheet } from './about.ts';
import { longSheet } from './long.ts';
import type { Sheet } from './sheet.ts';

/** Every place's values, in catalogue order. */
const byPlace = perIndex(
  (index): ReadonlyMap<string, readonly Observation[]> =>
    Map.groupBy(index.catalogue.observationer, (o) => o.kod),
);
/** A city's stadsdelar have codes that start with the city's. */
const districtsByCity = perIndex(
  (index): ReadonlyMap<string, readonly Observation[]> =>
    Map.groupBy(
      index.catalogue.observationer.filter((o) => o.niva === 'stadsdel'),
      (o) => o.kod.slice(0, 4),
    ),
);

/** A kommun's workbook: its own values beside those of its län and of riket. */
export function kommunSheets(index: CatalogueIndex, kommun: Kommun): readonly Sheet[] {
  const own = byPlace(index).get(kommun.kod) ?? [];
  const lan = index.lan(kommun.lanskod);
  const districts = districtsByCity(index).get(kommun.kod) ?? [];
  return [
    longSheet(index, kommun.namn, 'kommun', own, 'lan-och-riket'),
    longSheet(index, lan?.namn ?? 'Länet', 'lan', byPlace(index).get(kommun.lanskod) ?? [], 'riket'),
    longSheet(index, 'Riket', 'riket', byPlace(index).get(RIKET) ?? []),
    longSheet(index, `${kommun.namn}: stadsdelar`, 'stadsdel', districts, 'lan-och-riket'),
    ...closing(index, kommun.namn, anyExample(own) || anyExample(districts)),
  ];
}

/** A län's workbook: the län beside riket, and all its kommuner and their stadsdelar. */
export function lanSheets(index: CatalogueIndex, lan: Lan): readonly Sheet[] {
  const own = byPlace(index).get(lan.kod) ?? [];
  const kommuner = index.kommunerOfLan(lan.kod);
  const values = kommuner.flatMap((k) => byPlace(index).get(k.kod) ?? []);
  const districts = kommuner.flatMap((k) => districtsByCity(index).get(k.kod) ?? []);
  return [
    longSheet(index, lan.namn, 'lan', own, 'riket'),
    longSheet(index, `Kommuner i ${lan.namn}`, 'kommun', values),
    longSheet(index, `Stadsdelar i ${lan.namn}`, 'stadsdel', districts),
    longSheet(index, 'Riket', 'riket', byPlace(index).get(RIKET) ?? []),
    ...closing(index, lan.namn, anyExample(own) || anyExample(values)),
  ];
}

/** Every value in the catalogue, a sheet for each level. */
export function allSheets(index: CatalogueIndex): readonly Sheet[] {
  const { release, observationer } = index.catalogue;
  const of = (niva: Observation['niva']) => observationer.filter((o) => o.niva === niva);
  return [
    longSheet(index, `${release.titel}: riket`, 'riket', of('riket')),
    longSheet(index, `${release.titel}: län`, 'lan', of('lan')),
    longSheet(index, `${release.titel}: kommuner`, 'kommun', of('kommun')),
    longSheet(index, `${release.titel}: stadsdelar`, 'stadsdel', of('stadsdel')),
    ...closing(index, release.titel, anyExample(observationer)),
  ];
}

function closing(index: CatalogueIndex, title: string, example: boolean): readonly Sheet[] {
  const { omraden, indikatorer } = index.catalogue;
  return [
    indicatorSheet(index, title, indikatorer),
    symbolSheet(),
    aboutSheet(index, title, omraden, example),
  ];
}
