import { answerType } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Kommun, RIKET } from '../../model/kommun.ts';
import { shownInstead } from '../../statistics/instead.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { placeInText } from '../../text/places.ts';
import { remarkAbout, remarkOf } from '../../text/remarks.ts';
import { kommunNumber } from '../../text/sentences/kommun.ts';
import { shownValue } from '../../text/values.ts';

/** A place's figure in a register; `value` null with the reason in `shown`. */
export type RegisterRow = {
  readonly kod: string;
  readonly name: string;
  readonly value: number | null;
  readonly shown: string;
  /** What its source says of this very figure; null when nothing. */
  readonly remark: string | null;
};

/** A register's newest figure for a kommun, beside those like it and riket. */
export type RegisterPart = {
  readonly indicator: Indicator;
  readonly ar: number | null;
  readonly sentence: string;
  /** The kommun and those like it, highest first, those without a value last; then riket, if it has one. */
  readonly rows: readonly RegisterRow[];
};

/** Every register that has figures for kommuner. @param peers kommunkoder of those like it */
export function registersOf(
  index: CatalogueIndex,
  kommun: Kommun,
  peers: readonly string[],
): readonly RegisterPart[] {
  return index.catalogue.indikatorer.flatMap((indicator): RegisterPart[] => {
    const ar = newestKommunYear(index, indicator.id);
    if (indicator.typ !== 'register' || ar === undefined) return [];
    const row = (kod: string, name: string): RegisterRow => {
      const o = index.observation(indicator.id, kod, ar);
      const value = typeof o?.varde === 'number' ? o.varde : null;
      return { kod, name, value, shown: shownValue(indicator, o), remark: remarkOf(o) };
    };
    const own = row(kommun.kod, kommun.namn);
    // Riket's count is always larger than a kommun's and says nothing beside it.
    const riket = answerType(indicator.svarstyp).comparable ? row(RIKET, 'Riket') : null;
    const places = [own, ...peers.map((kod) => row(kod, index.kommun(kod)?.namn ?? kod))];
    const instead = shownInstead(index, indicator.id, kommun.kod, ar);
    const sentence = kommunNumber(indicator, {
      place: kommun.namn,
      ar,
      value: own.value,
      saknas: index.observation(indicator.id, kommun.kod, ar)?.saknas ?? null,
      riket: riket?.value ?? null,
      instead: instead ? { place: placeInText(index, instead.kod), value: instead.varde } : null,
    });
    const highestFirst = places.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    return [{ indicator, ar, sentence, rows: [...highestFirst, ...(riket?.value == null ? [] : [riket])] }];
  });
}

/** The remarks on a part's figures, each after its place: `Karlshamn: Skattad med 2021 års uppgifter.` */
export const registerRemarks = ({ rows }: RegisterPart): readonly string[] =>
  rows.flatMap(({ name, remark }) => (remark === null ? [] : [remarkAbout(name, remark)]));
