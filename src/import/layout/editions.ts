import type { Edition } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Batch, ImportedValue } from '../batch.ts';
import type { DataFolder } from '../folder.ts';

/** A note that stops being true when real answers come. */
const ABOUT_EXAMPLES = /exempeldata|påhittad|har fått en andel som vi har antagit|Riktiga svar:/i;

/** An edition as it will be, and the questions of its survey in column order. */
export type PlannedEdition = {
  readonly edition: Edition;
  readonly isNew: boolean;
  readonly questions: readonly string[];
};

/**
 * The edition that a year's imported answers belong to. A new one counts kommuner (with stadsdelar where the
 * source has them). In one with examples, the imported questions become real and the rest stay examples, and its
 * notes say which; when all are real the edition is.
 */
export function plannedEdition(
  folder: DataFolder,
  omrade: string,
  ar: number,
  batch: { readonly kalla: Batch['kalla']; readonly values: readonly ImportedValue[] },
): PlannedEdition {
  const { catalogue } = folder;
  const imported = new Set(batch.values.map((v) => v.indikator));
  const questions = catalogue.indikatorer.filter(
    (i) => i.omrade === omrade && i.typ === 'enkat' && (i.ar.includes(ar) || imported.has(i.id)),
  );
  const ids = questions.map((q) => q.id);
  const known = catalogue.omraden.find((o) => o.slug === omrade)?.utgavor.find((e) => e.ar === ar);
  const edition = known
    ? realised(known, questions, imported, { kalla: batch.kalla, datum: catalogue.release.datum })
    : newEdition(ar, batch, catalogue.release.datum);
  return { edition, isNew: known === undefined, questions: ids };
}

function newEdition(
  ar: number,
  batch: { readonly kalla: string; readonly values: readonly ImportedValue[] },
  datum: string,
): Edition {
  const cities = [
    ...new Set(batch.values.filter((v) => v.kod.length > 4).map((v) => v.kod.slice(0, 4))),
  ].sort();
  return {
    ar,
    exempel: false,
    verkliga: [],
    version: `${ar}.1`,
    publicerad: datum,
    insamling: `${ar} (tiden på året framgår inte av källan)`,
    referensdatum: `${ar}-03-01`,
    enhet: cities.length > 0 ? 'kommuner-och-stadsdelar' : 'kommuner',
    stadsdelsstader: cities,
    noter: [`Svaren är inlästa från ${batch.kalla}. Här finns bara de frågor som har lästs in.`],
    rattelser: [],
  };
}

function realised(
  known: Edition,
  questions: readonly Indicator[],
  imported: ReadonlySet<string>,
  { kalla, datum }: { readonly kalla: string; readonly datum: string },
): Edition {
  if (!known.exempel || [...imported].every((id) => known.verkliga.includes(id))) return known;
  const real = questions.filter((q) => imported.has(q.id) || known.verkliga.includes(q.id));
  const all = real.length === questions.length;
  const names = real.map((q) => `${q.kortnamn} (${q.id})`).join(', ');
  const kept = known.noter.filter((n) => !ABOUT_EXAMPLES.test(n));
  const [year, revision] = known.version.split('.');
  const version = `${year}.${Number(revision) + 1}`;
  return {
    ...known,
    exempel: !all,
    verkliga: all ? [] : real.map((q) => q.id).sort(),
    version,
    noter: all
      ? [...kept, `Svaren är inlästa från ${kalla}.`]
      : [`Riktiga svar: ${names}. Svaren på de andra frågorna är exempeldata och påhittade.`, ...kept],
    rattelser: [
      ...known.rattelser,
      { datum, version, text: `Exempelsvar har ersatts med riktiga svar från ${kalla}.` },
    ],
  };
}
