import type { Formular } from '../../model/formular.ts';
import { ALDRAR, type Inventering, type InventeringRad } from '../../model/inventering.ts';
import type { Place } from '../../model/rulebook.ts';
import type { Reading } from '../source.ts';

type Count = InventeringRad & { readonly varde: number };
const isCount = (r: InventeringRad): r is Count => r.varde !== null;

/** Something that must be true of a few counts together and is not. */
type Contradiction = {
  readonly code: 'inventering-summa' | 'inventering-del';
  /** What it is reported for when no other contradiction points elsewhere. */
  readonly at: Count;
  readonly cells: readonly Count[];
  readonly words: string;
  readonly suggestion: string;
};

const sum = (rows: readonly Count[]) => rows.reduce((total, r) => total + r.varde, 0);

/** Where parts come to more than their total, or to something else although all of them are there. */
function divided(total: Count, parts: readonly Count[], all: number, what: string): readonly Contradiction[] {
  const together = sum(parts);
  if (parts.length === 0 || together === total.varde) return [];
  if (parts.length < all && together < total.varde) return [];
  return [
    {
      code: 'inventering-summa',
      at: total,
      cells: [total, ...parts],
      words: `${what} är tillsammans ${together}, men alla är ${total.varde}.`,
      suggestion: 'Kontrollera raderna.',
    },
  ];
}

/** What does not add up in one thing that is counted: sexes, and ages. */
function sumsOf(own: readonly Count[], namn: string): readonly Contradiction[] {
  return own.flatMap((total) => [
    ...(total.kon === 'T'
      ? divided(
          total,
          own.filter((r) => r.kon !== 'T' && r.alder === total.alder),
          2,
          `${namn}: kvinnor och män`,
        )
      : []),
    ...(total.alder === 'alla'
      ? divided(
          total,
          own.filter((r) => r.alder !== 'alla' && r.kon === total.kon),
          ALDRAR.length - 1,
          `${namn}: åldrarna`,
        )
      : []),
  ]);
}

/** Parts that are larger than what they are a part of. */
function partsOf(counts: readonly Count[], { uppgifter }: Formular): readonly Contradiction[] {
  return uppgifter.flatMap(({ kod, namn, ingarI }) => {
    if (ingarI === null) return [];
    const wholes = counts.filter((r) => r.uppgift === ingarI);
    const larger = uppgifter.find((u) => u.kod === ingarI)?.namn ?? ingarI;
    return counts.flatMap((part): readonly Contradiction[] => {
      if (part.uppgift !== kod) return [];
      const whole = wholes.find((w) => w.kon === part.kon && w.alder === part.alder);
      if (!whole || part.varde <= whole.varde) return [];
      return [
        {
          code: 'inventering-del',
          at: part,
          cells: [part, whole],
          words: `${namn} är ${part.varde}, men det som de ingår i är ${whole.varde}.`,
          suggestion: `Kontrollera raden mot ”${larger}”.`,
        },
      ];
    });
  });
}

/**
 * Contradictions gathered by the one count that explains most of them: a single wrong total breaks several sums, but is
 * one error.
 */
function* explained(
  contradictions: readonly Contradiction[],
): Generator<{ readonly at: Count; readonly of: readonly [Contradiction, ...Contradiction[]] }> {
  let left = contradictions;
  while (left.length > 0) {
    const touching = (cell: Count) => left.filter((c) => c.cells.includes(cell));
    const [first] = left as readonly [Contradiction, ...Contradiction[]];
    const suspects = [...new Set(left.flatMap((c) => c.cells))].map((cell) => ({ cell, of: touching(cell) }));
    const most = suspects.reduce((best, s) => (s.of.length > best.of.length ? s : best), {
      cell: first.at,
      of: touching(first.at),
    });
    const [one = first, ...more] = most.of;
    yield { at: most.of.length > 1 ? most.cell : one.at, of: [one, ...more] };
    left = left.filter((c) => !most.of.includes(c));
  }
}

/**
 * Reports what cannot be true of an inventory: sexes or ages that come to more than both together, or to something
 * else when all are there; a part larger than what it is a part of; and, as warnings, what the form holds against each
 * other. Contradictions that one count explains are one finding, at that count.
 */
export function reportInventeringSums(
  { report }: Reading,
  { rader }: Pick<Inventering, 'rader'>,
  form: Formular,
): void {
  const counts = rader.filter(isCount);
  const sums = form.uppgifter.flatMap(({ kod, namn }) =>
    sumsOf(
      counts.filter((r) => r.uppgift === kod),
      namn,
    ),
  );
  for (const { at, of } of explained([...sums, ...partsOf(counts, form)])) {
    const [first, ...more] = of;
    report(
      first.code,
      placeOf(at),
      of.map((c) => c.words).join(' '),
      more.length === 0
        ? first.suggestion
        : `${of.length === 2 ? 'Båda' : `Alla ${of.length}`} felen försvinner om talet ${at.varde} rättas. Kontrollera den raden först.`,
    );
  }
  reportChecks({ report }, rader, form, () => true);
}

const placeOf = (r: Count): Place => ({
  file: r.ursprung.fil,
  row: r.ursprung.rad,
  column: 'varde',
  value: String(r.varde),
});

/**
 * Reports as warnings what the form holds against each other and differs.
 * @param about which things that are held against others are looked at
 */
export function reportChecks(
  { report }: Pick<Reading, 'report'>,
  rader: Inventering['rader'],
  form: Formular,
  about: (uppgift: string) => boolean,
): void {
  const counts = rader.filter(isCount);
  for (const { uppgift, mot, krav, rad } of form.kontroller) {
    if (!about(uppgift) && !about(mot)) continue;
    const [own, other] = [uppgift, mot].map((kod) => counts.find((r) => r.uppgift === kod));
    const [namn, motNamn] = [uppgift, mot].map((kod) => form.uppgifter.find((u) => u.kod === kod)?.namn);
    if (!own || !other || own.varde === other.varde) continue;
    if (krav === 'lika')
      report(
        'inventering-skillnad',
        placeOf(own),
        `”${namn}” är ${own.varde}, men ”${motNamn}” är ${other.varde}.`,
        rad,
      );
    else if (own.varde > other.varde)
      report(
        'inventering-fler',
        placeOf(own),
        `”${namn}” (${own.varde}) är fler än ”${motNamn}” (${other.varde}).`,
        rad,
      );
  }
}
