import type { STYRKOR } from '../model/indicator.ts';

/** How sure what is known is, as readers see it after the note itself. */
export const EVIDENCE: Readonly<Record<(typeof STYRKOR)[number], string>> = {
  stark: 'Starkt stöd i forskningen, enligt källan.',
  mattlig: 'Måttligt stöd i forskningen, enligt källan.',
  begransad: 'Begränsat stöd i forskningen, enligt källan.',
  'ej-angiven': 'Källan säger inte hur starkt stödet är.',
};
