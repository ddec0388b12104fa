import type { Manifest, WriterCost } from '../../src/pipeline/files/manifest.ts';

/** Largest file of a format, in kB. */
const LARGEST: Readonly<Record<string, number>> = { pptx: 200, pdf: 120 };

type FileMeasure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
};

/** What each format cost and weighs, and all of them together, beside the bounds. */
export function fileMeasures({ writers, ms }: Manifest): readonly FileMeasure[] {
  const sum = (of: (w: WriterCost) => number) => writers.reduce((total, w) => total + of(w), 0);
  return [
    ...writers.flatMap((w) => [
      {
        name: `${w.name}: ${w.files} filer, ${(w.bytes / 1e6).toFixed(1)} MB`,
        value: w.ms / 1000,
        unit: 's',
        target: '–',
      },
      ...(w.name in LARGEST
        ? [
            {
              name: `${w.name}: största filen`,
              value: w.largest / 1000,
              unit: 'kB',
              target: `≤ ${LARGEST[w.name]}`,
            },
          ]
        : []),
    ]),
    { name: 'Alla filer', value: sum((w) => w.files), unit: 'st', target: '–' },
    { name: 'Alla filer', value: sum((w) => w.bytes) / 1e6, unit: 'MB', target: '–' },
    { name: 'Skriva alla filer', value: ms / 1000, unit: 's', target: '≤ 40' },
  ];
}
