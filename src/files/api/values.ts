import type { z } from 'zod';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import type { Observation } from '../../model/observation.ts';
import type { PublishedFigure } from '../../model/published.ts';
import { absenceLabel } from '../../text/absence.ts';
import { valueSource } from '../../text/names.ts';
import { placeName } from '../../text/places.ts';
import type { KoladaVarden, PubliceradSiffra, Varde } from './schemas.ts';

/** An observation as the API shows it: every key is always there. */
export function apiValue(index: CatalogueIndex, o: Observation): z.output<typeof Varde> {
  const { indikator, kod, niva, ar, kon, varde, saknas, svarande, tillfragade } = o;
  return {
    indikator,
    kod,
    namn: placeName(index, kod),
    niva,
    ar,
    kon,
    varde,
    saknas,
    saknasTecken: saknas && ABSENCE_SYMBOL[saknas],
    saknasText: saknas && absenceLabel(saknas),
    svarande,
    tillfragade,
    bas: basisOf(index, o),
    fordelning: o.fordelning,
    exempel: o.exempel,
    kalla: valueSource(must(index.indikator(indikator), `indicator ${indikator}`), o),
    not: o.not,
    ursprung: o.ursprung,
  };
}

/** What a percentage of answers counts; null for a place's own value and for registers. */
function basisOf(index: CatalogueIndex, { indikator, niva, ar, svarande }: Observation) {
  if (svarande === null || ar === null || niva === 'kommun' || niva === 'stadsdel') return null;
  return index.edition(must(index.indikator(indikator), `indicator ${indikator}`).omrade, ar)?.enhet ?? null;
}

/** A published figure without the place in our own files. */
export function apiFigure({
  fil: _,
  rad: __,
  ...figure
}: PublishedFigure): z.output<typeof PubliceradSiffra> {
  return figure;
}

/** An indicator's values in the shape of Kolada's API v3. Stadsdelar have no code there and are left out. */
export function koladaValues(
  indicator: Indicator,
  values: readonly Observation[],
): z.output<typeof KoladaVarden> {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const code = (varde: Observation['varde']) =>
    typeof varde === 'string' ? answers.length - 1 - answers.indexOf(varde) : varde;
  const cells = Map.groupBy(
    values.filter((o) => o.niva !== 'stadsdel'),
    (o) => `${o.kod} ${o.ar}`,
  );
  return {
    count: cells.size,
    next_url: null,
    previous_url: null,
    values: [...cells.values()].flatMap((sexes) => {
      const [one] = sexes;
      if (!one) return [];
      return {
        kpi: indicator.id,
        municipality: koladaCode(one),
        period: one.ar,
        values: sexes.map((o) => ({
          gender: o.kon,
          count: Number(o.varde !== null),
          status: o.saknas ?? '',
          value: code(o.varde),
        })),
      };
    }),
  };
}

const koladaCode = ({ kod, niva }: Observation) =>
  kod === RIKET ? '0000' : niva === 'lan' ? `00${kod}` : kod;
