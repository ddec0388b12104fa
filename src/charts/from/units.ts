import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { answeringUnits } from '../../statistics/aggregate.ts';
import { type Units, unitsOf } from '../../text/names.ts';
import { KOMMUN, type Noun } from '../../text/numbers.ts';

/** The respondents behind the shares of an indicator and year, and what they are called. */
export type AskedUnits = {
  readonly observations: readonly Observation[];
  readonly noun: Noun;
  readonly units: Units;
  /** True when stadsdelar stand in for their city. */
  readonly stadsdelar: boolean;
};

const WITH_STADSDELAR: Noun = { one: 'kommun eller stadsdel', many: 'kommuner och stadsdelar' };

/** Who answered: the edition's units, or the kommuner where there is no edition (registers). */
export function respondents(index: CatalogueIndex, indicator: Indicator, ar: number | null): AskedUnits {
  const collected = index.observationsOf(indicator.id, ar).filter((o) => o.kon === 'T');
  const edition = ar === null ? undefined : index.edition(indicator.omrade, ar);
  const enhet = indicator.typ === 'enkat' && edition ? edition.enhet : 'kommuner';
  const stadsdelar = enhet !== 'kommuner';
  return {
    observations: answeringUnits(
      { enhet, stadsdelsstader: stadsdelar && edition ? edition.stadsdelsstader : [] },
      collected,
    ).filter((o) => o.saknas !== 'ej-tillamplig'),
    noun: stadsdelar ? WITH_STADSDELAR : KOMMUN,
    units: unitsOf(enhet),
    stadsdelar,
  };
}

/** Said under a chart where stadsdelar count as units. */
export const STADSDELAR_NOTE = 'I städer där stadsdelarna svarar räknas varje stadsdel i stället för staden.';
