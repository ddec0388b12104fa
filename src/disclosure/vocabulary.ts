import type { Catalogue } from '../model/catalogue.ts';
import { INDELNINGAR } from '../model/kartlaggning.ts';
import { RIKET } from '../model/kommun.ts';
import { everyKommun } from '../model/kommun-history.ts';
import type { Kon } from '../model/observation.ts';
import { inventeringCell } from './inventering.ts';
import { percentCell } from './kartlaggning.ts';
import { kartlaggningCell } from './kartlaggning-axes.ts';
import { programCell } from './program.ts';
import { cellId } from './register.ts';
import type { Rounded } from './rounded-sources.ts';

/** A hidden number, and the words that a document has for it. */
export type HiddenWords = {
  readonly cell: string;
  readonly varde: number;
  /** What is counted, or its table: any of these names. */
  readonly om: readonly string[];
  /** Null where the table is of one place, which its own name says. */
  readonly plats: string | null;
  readonly ar: string | null;
  readonly kon: Kon;
  /** Classes, which all must be named. */
  readonly klass: readonly string[];
};

/** The words for everything that is hidden. Holds true counts: never to be published. */
export type Vocabulary = {
  readonly dolda: readonly HiddenWords[];
  /** The names of all places. */
  readonly platser: readonly string[];
};

/**
 * Puts words to the cells that are not shown as they are.
 * @param catalogue with the true counts
 * @param protectedCells their ids
 * @param rounded what some are rounded to; one that is its own multiple is shown as it is
 */
export function vocabularyOf(
  catalogue: Catalogue,
  protectedCells: ReadonlySet<string>,
  rounded: Rounded,
): Vocabulary {
  const { indikatorer, observationer, kartlaggningar, inventeringar, program, formular, referens } =
    catalogue;
  const kommuner = everyKommun(referens);
  const names = new Map([
    [RIKET, 'riket'],
    ...[...referens.lan, ...kommuner, ...referens.stadsdelar].map((p) => [p.kod, p.namn] as const),
  ]);
  const byId = new Map(indikatorer.map((i) => [i.id, i]));
  const uppgifter = new Map(formular.uppgifter.map((u) => [u.kod, u.namn]));
  const hidden = (cell: string, varde: unknown, words: Omit<HiddenWords, 'cell' | 'varde'>) =>
    typeof varde === 'number' && protectedCells.has(cell) && rounded.get(cell)?.n !== varde
      ? [{ cell, varde, ...words }]
      : [];
  const registers = observationer.flatMap((o) => {
    const cell = protectedCells.size === 0 ? '' : cellId(o);
    if (!protectedCells.has(cell)) return [];
    const i = byId.get(o.indikator);
    const om = i === undefined ? [] : [i.kortnamn, i.titel];
    const ar = o.ar === null ? null : `${o.ar}`;
    return hidden(cell, o.varde, { om, plats: names.get(o.kod) ?? o.kod, ar, kon: o.kon, klass: [] });
  });
  const mapped = kartlaggningar.flatMap((k) =>
    k.varden.flatMap((v) => {
      const situation = v.situation === 'alla' ? [] : [v.situation];
      const klass = [
        ...situation.map((s) => (/^\d$/.test(s) ? `situation ${s}` : 'situation inte angiven')),
        ...INDELNINGAR.flatMap((n) => v.klass[n] ?? []),
      ];
      const plats = v.plats === k.kod ? null : (names.get(v.plats) ?? v.plats);
      const cell = v.enhet === 'procent' ? percentCell(k, v) : kartlaggningCell(k, v);
      return hidden(cell, v.varde, { om: [k.titel], plats, ar: `${v.ar}`, kon: v.kon, klass });
    }),
  );
  const figures = inventeringar.flatMap((i) =>
    i.rader.flatMap((r) => {
      const om = [uppgifter.get(r.uppgift) ?? r.uppgift];
      const klass = r.alder === 'alla' ? [] : [r.alder];
      return hidden(inventeringCell(i, r), r.varde, { om, plats: i.namn, ar: `${i.ar}`, kon: r.kon, klass });
    }),
  );
  const programmes = program.flatMap((p) => {
    const words = (titel: string, ar: number, kon: Kon) =>
      ({ om: [titel], plats: null, ar: `${ar}`, kon, klass: [] }) as const;
    const titles = new Map(p.indikatorer.map((i) => [i.id, i.titel]));
    return [
      ...p.indikatorer.flatMap((i) =>
        (
          [
            ['T', i.varde],
            ['K', i.kvinnor],
            ['M', i.man],
          ] as const
        ).flatMap(([kon, n]) => hidden(programCell(p, i.id, i.basar, kon), n, words(i.titel, i.basar, kon))),
      ),
      ...p.utfall.flatMap((u) =>
        hidden(
          programCell(p, u.indikator, u.ar, 'T'),
          u.varde,
          words(titles.get(u.indikator) ?? u.indikator, u.ar, 'T'),
        ),
      ),
    ];
  });
  return {
    dolda: [...registers, ...mapped, ...figures, ...programmes],
    platser: [...new Set(names.values())],
  };
}
