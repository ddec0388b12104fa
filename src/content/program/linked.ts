import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndex } from '../../model/per-index.ts';
import type { Program, Programindikator, Utfall } from '../../model/program.ts';
import { formatNumber } from '../../text/numbers.ts';

/**
 * Later values of the indicator that a programme says it is followed by (`foljs_av`), as outcomes. They may be compared
 * with the base year when the same series has the programme's own figure for that year: then both counted alike.
 */
function linkedOutcomes(index: CatalogueIndex, { kod }: Program, i: Programindikator): readonly Utfall[] {
  const series = i.foljsAv === null ? undefined : index.indikator(i.foljsAv);
  if (!series) return [];
  const base = index.observation(series.id, kod, i.basar)?.varde ?? null;
  const [jamforbar, skal] =
    base === null || i.varde === null
      ? ([
          'oklart',
          base === null
            ? `Serien har inget värde för basåret ${i.basar}`
            : `Programmets värde för basåret ${i.basar} är skyddat`,
        ] as const)
      : base === i.varde
        ? (['ja', `Serien har samma värde som programmet för basåret ${i.basar}`] as const)
        : ([
            'nej',
            `Serien har ${typeof base === 'number' ? formatNumber(base) : base} för basåret ${i.basar}, programmet ett annat värde`,
          ] as const);
  return index.observationsOf(series.id).flatMap((o): readonly Utfall[] => {
    const broken = series.brott.find((b) => b.franAr > i.basar && o.ar !== null && b.franAr <= o.ar);
    const later = o.kod === kod && o.kon === 'T' && o.ar !== null && o.ar > i.basar;
    if (!later || typeof o.varde !== 'number' || o.ursprung === null || o.ar === null) return [];
    return [
      {
        indikator: i.id,
        ar: o.ar,
        varde: o.varde,
        jamforbar: broken ? 'nej' : jamforbar,
        skal: [
          broken ? `Serien har ett brott ${broken.franAr}` : skal,
          ...(o.exempel ? ['Exempeldata'] : []),
        ].join('. '),
        kalla: o.kalla ?? series.kalla,
        ursprung: o.ursprung,
      },
    ];
  });
}

/** The programmes with every outcome that is known: their own, and those of the indicators that they are followed by. */
export const programmesOf = perIndex((index): readonly Program[] =>
  index.catalogue.program.map((p) => ({
    ...p,
    utfall: [...p.utfall, ...p.indikatorer.flatMap((i) => linkedOutcomes(index, p, i))],
  })),
);
