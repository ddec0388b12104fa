import type { Highs } from 'highs';
import type { Catalogue } from '../model/catalogue.ts';
import type { Inventering } from '../model/inventering.ts';
import type { Kartlaggning } from '../model/kartlaggning.ts';
import { partsIn } from '../model/kartlaggning-sums.ts';
import type { Personskydd } from '../model/personskydd.ts';
import type { Program } from '../model/program.ts';
import type { Samband } from '../model/samband.ts';
import { type AlreadyShown, alreadyShown } from './already-shown.ts';
import { hiddenBehindMagnitudes } from './behind.ts';
import type { LinkedTables } from './cells.ts';
import { type FoundIdentity, foundIdentities } from './found-identities.ts';
import { DECLARED, declaredIdentities, sourcesOfIdentity } from './identities.ts';
import { inventeringCell, linkedInventering, withoutHidden } from './inventering.ts';
import { linkedKartlaggning, percentCell } from './kartlaggning.ts';
import { kartlaggningCell } from './kartlaggning-axes.ts';
import type { EarlierCounts } from './known.ts';
import { dominatedCounts, hiddenMagnitudes } from './magnitudes.ts';
import { observedAll, roundedNote } from './observed.ts';
import { linkedProgram, withoutHiddenFigures } from './program.ts';
import {
  dominatedByProgrammes,
  hiddenProgramMagnitudes,
  type WhoselessMagnitude,
  whoselessMagnitudes,
} from './program-magnitudes.ts';
import { linkedRates, ratesOf } from './rates.ts';
import { registerTables } from './register.ts';
import { type Rounded, type RoundedTables, roundedSources, shownElsewhere } from './rounded-sources.ts';
import { baseOf, type SourceTables, type TableSubject } from './source.ts';
import { independentTables } from './suppress/problem.ts';
import { type ProtectedSystem, type ProtectionFailure, protectSystem, type WeightOf } from './system.ts';
import { type NumberInText, numbersInTexts } from './texts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** One table of people, and what readers may know of its protection: nothing here depends on a hidden count. */
export type ProtectedTable = {
  readonly om: TableSubject;
  readonly ar: number | null;
  readonly skydd: Personskydd;
  /** Counts in the table. */
  readonly celler: number;
  readonly dolda: number;
};

/** A table as the audit looks for it in the written files. */
export type AuditedTable = Pick<SourceTables, 'om' | 'ar' | 'format'> & {
  /** The ids of the counts that have rows. */
  readonly rader: ReadonlySet<string>;
};

/** What the audit of the written files needs. Holds true counts: never to be published. */
export type ReleaseSecret = {
  /** All counts of people that are hidden or hang together with one that is. */
  readonly tables: LinkedTables;
  readonly rounded: readonly RoundedTables[];
  readonly sources: readonly AuditedTable[];
  /** Ids of all cells that are not to be shown as they are: hidden, withheld or rounded. */
  readonly protectedCells: ReadonlySet<string>;
  /** What documents call the hidden numbers. */
  readonly ord: Vocabulary;
  /** What was lost, for the publisher's terminal: computed from the truth. */
  readonly effect: Pick<ProtectedSystem, 'information' | 'optimal'>;
};

/** The catalogue as it may be published, and everything that must not be. */
export type ProtectedRelease = {
  readonly catalogue: Catalogue;
  readonly tabeller: readonly ProtectedTable[];
  readonly secret: ReleaseSecret | null;
  /**
   * Files below the data folder that hold counts which are hidden or rounded. The one place where that is decided: a
   * hash or a size of such a file lets guesses be tried, so nobody publishes either.
   */
  readonly hemligaKallor: ReadonlySet<string>;
  /** What the publisher must mend. When there is any, nothing may be published. */
  readonly failures: readonly ProtectionFailure[];
  /** Small counts that must be shown, because earlier versions show them. */
  readonly redanVisade: readonly AlreadyShown[];
  /** Identities that readers find by trying, and that nobody has declared. */
  readonly funna: readonly FoundIdentity[];
  /** Magnitudes of programmes that may be of few people, and do not say whose they are. */
  readonly utanVilkas: readonly WhoselessMagnitude[];
  /** Texts that tell a hidden count. */
  readonly texter: readonly NumberInText[];
};

/** What is known beside the catalogue. */
export type ProtectionSetting = { readonly earlier: EarlierCounts; readonly weightOf?: WeightOf };

/** Protects everybody who is counted in a catalogue, before anything is computed from it, written or shown. */
export function protectRelease(
  highs: Highs,
  catalogue: Catalogue,
  { earlier, weightOf }: ProtectionSetting,
): ProtectedRelease {
  const dominated = new Set([...dominatedCounts(catalogue), ...dominatedByProgrammes(catalogue)]);
  const sources = sourcesOf(catalogue, { earlier, dominated });
  const rounding = sources.filter((s) => s.skydd !== null && baseOf(s.skydd) !== null);
  const hiding = sources.filter((s) => !rounding.includes(s));
  const { bound, apart, failures: mixed } = boundIdentities(catalogue.samband, hiding, rounding);
  const system = protectSystem(highs, [...hiding, apart], weightOf);
  const { rounded, tables: roundedTables, failures } = roundedSources(highs, bound, weightOf);
  const instead = hiddenBehindMagnitudes(highs, catalogue, sources, dominated);
  const behind = new Set([...system.hidden, ...instead.hidden]);
  const unshown = [
    hiddenMagnitudes(catalogue, behind),
    hiddenProgramMagnitudes(catalogue, sources, behind),
    ratesOf(catalogue, rounding),
  ];
  const notShown = new Set([...system.hidden, ...unshown.flatMap((m) => [...m.cells])]);
  const affected = (s: SourceTables) =>
    rounding.includes(s) || s.cells.some((c) => system.hidden.has(c.id) && c.kind !== 'derived');
  const secret = sources.filter(affected);
  const isShown = (s: SourceTables) => s.cells.filter((c) => (c.kind ?? 'count') === 'count');
  const shown = published(catalogue, notShown, rounded);
  const protectedCells = new Set([
    ...notShown,
    ...rounded.keys(),
    ...besideRounded(catalogue),
    ...takenOut(catalogue, shown),
  ]);
  return {
    catalogue: shown,
    tabeller: sources.flatMap((s) =>
      s.skydd === null
        ? []
        : [
            {
              om: s.om,
              ar: s.ar,
              skydd: s.skydd,
              celler: isShown(s).length,
              dolda: isShown(s).filter((c) => system.hidden.has(c.id)).length,
            },
          ],
    ),
    secret:
      secret.length === 0
        ? null
        : {
            tables: withHidden(system.tables, system.hidden),
            rounded: roundedTables,
            sources: secret.map(({ om, ar, format, ...s }) => {
              return {
                om,
                ar,
                format,
                rader: new Set(s.cells.filter((c) => (c.kind ?? 'count') === 'count').map((c) => c.id)),
              };
            }),
            protectedCells,
            ord: vocabularyOf(catalogue, protectedCells, rounded),
            effect: { information: system.information, optimal: system.optimal },
          },
    hemligaKallor: new Set([...secret.flatMap((s) => s.kallor), ...unshown.flatMap((m) => m.kallor)]),
    failures: [
      ...system.failures,
      ...instead.failures,
      ...mixed,
      ...failures,
      ...shownElsewhere(sources, rounding, system.hidden),
    ],
    redanVisade: sources.flatMap((s) => alreadyShown(s, earlier)),
    funna: foundIdentities(system.tables, (id) => !system.hidden.has(id)),
    utanVilkas: whoselessMagnitudes(catalogue, system.hidden),
    texter: numbersInTexts(catalogue, new Set([...system.hidden, ...rounded.keys()])),
  };
}

/** The parts of a system in which something is hidden: there is nothing to find out in the others. */
function withHidden(tables: LinkedTables, hidden: ReadonlySet<string>): LinkedTables {
  const blocks = independentTables(tables).filter((b) => b.cells.some((c) => hidden.has(c.id)));
  return { cells: blocks.flatMap((b) => b.cells), relations: blocks.flatMap((b) => b.relations) };
}

/** Every table of people in a catalogue: those that are protected, and what others have published of the same people. */
function sourcesOf(
  catalogue: Catalogue,
  { earlier, dominated }: { readonly earlier: EarlierCounts; readonly dominated: ReadonlySet<string> },
): readonly SourceTables[] {
  const { indikatorer, observationer, referens, kartlaggningar, inventeringar, formular } = catalogue;
  const { program, publicerat } = catalogue;
  const people = new Map(indikatorer.flatMap((i) => (i.personskydd ? [[i.id, i] as const] : [])));
  const counted = Map.groupBy(
    people.size === 0 ? [] : observationer.filter((o) => people.has(o.indikator)),
    (o) => `${o.indikator}|${o.ar}`,
  );
  const partsOf = partsIn(referens);
  const registers = [...counted.values()].flatMap((group) => {
    const indikator = group[0] && people.get(group[0].indikator);
    return indikator ? [registerTables(indikator, group, { referens, earlier, publicerat, dominated })] : [];
  });
  return [
    ...registers,
    linkedRates(
      catalogue,
      registers.filter((s) => s.skydd === null || baseOf(s.skydd) === null),
      earlier,
    ),
    ...kartlaggningar.map((k) => linkedKartlaggning(k, partsOf, earlier)),
    ...inventeringar.map((i) => linkedInventering(i, formular, earlier, dominated)),
    ...program.map((p) => linkedProgram(p, earlier, dominated)),
  ];
}

/**
 * The declared identities where they belong: apart, among all counts that are hidden; bound to the one table whose
 * counts are rounded. One between tables that are protected in different ways cannot be kept.
 */
function boundIdentities(
  samband: readonly Samband[],
  hiding: readonly SourceTables[],
  rounding: readonly SourceTables[],
) {
  const within = new Map(samband.map((s) => [s, sourcesOfIdentity(s, [...hiding, ...rounding])] as const));
  const only = (sources: readonly SourceTables[]) =>
    samband.filter((s) => within.get(s)?.every((source) => sources.includes(source)));
  const mixed = samband.filter(
    (s) => !only(hiding).includes(s) && !rounding.some((source) => only([source]).includes(s)),
  );
  return {
    apart: declaredIdentities(only(hiding), hiding),
    bound: rounding.map((source): SourceTables => {
      const own = declaredIdentities(only([source]), [source]);
      return {
        ...source,
        cells: [...source.cells, ...own.cells],
        relations: [...source.relations, ...own.relations],
        contradictions: [...source.contradictions, ...own.contradictions],
      };
    }),
    failures: mixed.map(
      (s): ProtectionFailure => ({
        om: DECLARED,
        slag: 'avrundas-inte',
        celler: [s.summa, ...s.delar],
        text: `Sambandet ”${s.titel}” binder ihop tal som avrundas med tal i en annan tabell.`,
      }),
    ),
  };
}

function published(catalogue: Catalogue, hidden: ReadonlySet<string>, rounded: Rounded): Catalogue {
  return {
    ...catalogue,
    observationer: observedAll(catalogue.observationer, hidden, rounded),
    kartlaggningar: catalogue.kartlaggningar.map((k) => mapped(k, hidden, rounded)),
    inventeringar: catalogue.inventeringar.map(
      (i): Inventering => withoutHidden(i, hidden, catalogue.formular),
    ),
    program: catalogue.program.map((p): Program => withoutHiddenFigures(p, hidden)),
  };
}

/** The figures of inventories that have been taken out, days and kronor among them. */
const takenOut = (before: Catalogue, after: Catalogue): readonly string[] =>
  before.inventeringar.flatMap((inventering, i) =>
    inventering.rader.flatMap((rad, k) =>
      rad.varde !== null && after.inventeringar[i]?.rader[k]?.varde === null
        ? [inventeringCell(inventering, rad)]
        : [],
    ),
  );

/** The percentages of kartläggningar whose counts are rounded. */
const besideRounded = ({ kartlaggningar }: Catalogue): readonly string[] =>
  kartlaggningar
    .filter(isRounded)
    .flatMap((k) => k.varden.flatMap((v) => (v.enhet === 'procent' ? [percentCell(k, v)] : [])));

const isRounded = ({ personskydd }: Kartlaggning) => personskydd !== null && baseOf(personskydd) !== null;

/** An exact percentage beside rounded counts would tell them, so there it is hidden. */
function mapped(k: Kartlaggning, hidden: ReadonlySet<string>, rounded: Rounded): Kartlaggning {
  const rounds = isRounded(k);
  return {
    ...k,
    varden: k.varden.map((v) => {
      if (v.varde === null) return v;
      const to = v.enhet === 'antal' ? rounded.get(kartlaggningCell(k, v)) : undefined;
      if (to) return { ...v, varde: to.n, ungefar: true, not: roundedNote(v.not, to.base) };
      const gone =
        v.enhet === 'antal' ? hidden.has(kartlaggningCell(k, v)) : rounds || hidden.has(percentCell(k, v));
      return gone ? { ...v, varde: null, saknas: 'skyddad' as const } : v;
    }),
  };
}
