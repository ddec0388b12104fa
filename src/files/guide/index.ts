import type { Writer } from '../file.ts';
import { rendered } from '../rendering.ts';
import { canMakePdf } from '../typst/compiler.ts';
import { guideData } from './guide-data.ts';

/** The user guide as tagged PDF/UA. None where Typst is not installed. */
export const guideWriter: Writer = {
  name: 'guide',
  files: (index) => {
    if (!canMakePdf()) return [];
    return [
      {
        path: 'data/anvandarguide.pdf',
        mediaType: 'application/pdf',
        format: 'PDF',
        title: 'Användarguide',
        description: 'Så läser du resultaten, fyra steg för analys, alla indikatorer, metod och ordlista.',
        opensIn: 'alla PDF-läsare, webbläsare',
        group: 'allt',
        example: false,
        ...rendered(() => ({ as: 'pdf-guide', document: guideData(index) })),
      },
    ];
  },
};
