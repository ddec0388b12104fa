import { z } from 'zod';
import { type Omrade, OmradeDefinition } from '../model/edition.ts';
import { type Indicator, IndicatorDefinition, SharedIndicator } from '../model/indicator.ts';
import type { Findings } from './findings.ts';
import { readJson } from './json.ts';
import type { ReadText } from './referens.ts';

const collator = new Intl.Collator('sv');

/** An entry of `indikatorer.json`; which of the two it is shows in `sammaSom`. */
const Entry = z.unknown().transform((value, context) => {
  const schema =
    typeof value === 'object' && value !== null && 'sammaSom' in value
      ? SharedIndicator
      : IndicatorDefinition;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
  return z.NEVER;
});

export type Areas = { readonly omraden: readonly Omrade[]; readonly indikatorer: readonly Indicator[] };

/** Reads every area below `omraden/`; an area that is broken is left out, and its findings say why. */
export function readOmraden(files: readonly string[], readText: ReadText, findings: Findings): Areas {
  const slugs = [...new Set(files.flatMap((f) => /^omraden\/([^/]+)\//.exec(f)?.[1] ?? []))];
  const omraden: Omrade[] = [];
  const own: Indicator[] = [];
  const shared: { readonly omrade: string; readonly fil: string; readonly sammaSom: string }[] = [];
  for (const slug of slugs) {
    const fil = `omraden/${slug}/omrade.json`;
    const text = readText(fil);
    const omrade = text === null ? null : readJson(fil, text, OmradeDefinition, findings);
    const indikatorFil = `omraden/${slug}/indikatorer.json`;
    const indikatorText = readText(indikatorFil);
    const entries =
      indikatorText === null ? null : readJson(indikatorFil, indikatorText, z.array(Entry), findings);
    if (omrade && omrade.slug !== slug)
      findings.error(
        { file: fil, column: 'slug', value: omrade.slug },
        {
          code: 'slug-fel',
          rule: 'Områdets slug ska vara mappens namn.',
          message: `Mappen heter ”${slug}”.`,
          suggestion: slug,
        },
      );
    if (!omrade || !entries) continue;
    omraden.push({ ...omrade, utgavor: omrade.utgavor.toSorted((a, b) => b.ar - a.ar), fil });
    for (const entry of entries) {
      if ('sammaSom' in entry) shared.push({ omrade: slug, fil: indikatorFil, sammaSom: entry.sammaSom });
      else own.push({ ...entry, omrade: slug, omraden: [slug], fil: indikatorFil });
    }
  }
  uniqueIds(own, findings);
  for (const { omrade, fil, sammaSom } of shared) {
    const at = own.findIndex((i) => i.id === sammaSom);
    const original = own[at];
    if (original) own[at] = { ...original, omraden: [...original.omraden, omrade] };
    else
      findings.error(
        { file: fil, column: 'sammaSom', value: sammaSom },
        {
          code: 'samma-som-okand',
          rule: '”sammaSom” ska peka på en indikator i ett annat område.',
          message: `Ingen indikator har id ”${sammaSom}”.`,
        },
      );
  }
  return { omraden: omraden.toSorted((a, b) => collator.compare(a.titel, b.titel)), indikatorer: own };
}

function uniqueIds(indicators: readonly Indicator[], findings: Findings): void {
  for (const key of ['id', 'slug'] as const) {
    const seen = new Set<string>();
    for (const indicator of indicators) {
      const value = indicator[key];
      if (seen.has(value))
        findings.error(
          { file: indicator.fil, column: key, value },
          {
            code: 'indikator-dubbel',
            rule: 'Varje indikator har ett eget id och en egen slug.',
            message: `”${value}” finns två gånger.`,
          },
        );
      seen.add(value);
    }
  }
}
