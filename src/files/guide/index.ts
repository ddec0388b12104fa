import type { Writer } from '../file.ts';
import { canMakePdf, pdfBytes } from '../typst/compiler.ts';
import { guideData } from './guide-data.ts';
import { GUIDE_TEMPLATE } from './template.ts';

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
        content: () => pdfBytes(GUIDE_TEMPLATE, guideData(index)),
      },
    ];
  },
};
