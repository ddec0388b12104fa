import { answerWords } from '../../charts/from/common.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { answerLabel } from '../../text/answers.ts';
import { listOf } from '../../text/lists.ts';
import { unitsOf } from '../../text/names.ts';
import { byQuality } from '../report/quality.ts';
import { versionLine } from '../report/reading.ts';
import { type Block, blocksOf } from './markdown.ts';
import { GLOSSARY, METHOD, READING, STEPS } from './texts.ts';

const POLARITY = {
  'hogt-onskvart': 'Ett högt värde är önskvärt.',
  'lagt-onskvart': 'Ett lågt värde är önskvärt.',
  neutral: 'Ett högt värde är varken bra eller dåligt i sig.',
} as const;

/** What is said of an indicator: names and texts, all from its schema. */
function indicatorPart(indicator: Indicator) {
  const answers = answerWords(indicator).map((a) => answerLabel(indicator, a));
  const rows: readonly (readonly [string, string | null])[] = [
    ['Fråga', indicator.fraga],
    [
      'Svar',
      answers.length > 0
        ? listOf(
            answers.map((a) => `”${a}”`),
            'eller',
          )
        : `Tal (${indicator.enhet})`,
    ],
    ['Definition', indicator.definition],
    ['Täljare', indicator.taljare],
    ['Nämnare', indicator.namnare],
    ['Varför', indicator.varfor],
    ['Tolkning', `${indicator.tolkning} ${POLARITY[indicator.polaritet]}`],
    ['År', indicator.ar.length > 0 ? listOf(indicator.ar.map(String)) : 'Året är inte känt.'],
    [
      'Jämförbarhet',
      [...indicator.brott.map((b) => b.orsak), indicator.jamforbarhet ?? ''].join(' ').trim() || null,
    ],
    ['Källa', indicator.kalla],
  ];
  return {
    titel: indicator.titel,
    id: indicator.id,
    rader: rows.flatMap(([namn, text]) => (text === null ? [] : [{ namn, text }])),
  };
}

/** What a publisher has written of the guide: chapters in Markdown, and words that are explained. */
export type GuideTexts = {
  readonly chapters: readonly { readonly titel: string; readonly markdown: string }[];
  readonly terms: readonly { readonly term: string; readonly forklaring: string }[];
};

/** A chapter; a first heading of its own gives way to the chapter's title. */
function chapter(titel: string, markdown: string): { titel: string; block: readonly Block[] } {
  const block = blocksOf(markdown);
  return { titel, block: block[0]?.kind === 'heading' && block[0].level === 1 ? block.slice(1) : block };
}

/**
 * What the template of the guide reads.
 * @param texts where there are none, our own short chapters stand in their place
 */
export function guideData(index: CatalogueIndex, texts: GuideTexts) {
  const { release, omraden, indikatorer } = index.catalogue;
  const method = omraden.flatMap((o) => [
    `## ${o.titel}`,
    ...o.insamling,
    ...o.utgavor.map((e) => `- ${e.ar}: ${e.insamling}; enhet: ${unitsOf(e.enhet).many}.`),
    '',
    ...o.brott.map((b) => b.orsak),
  ]);
  const glossary =
    texts.terms.length > 0 ? texts.terms.map((t) => `- **${t.term}**: ${t.forklaring}`).join('\n') : GLOSSARY;
  return {
    titel: 'Användarguide till öppna jämförelser',
    marke: release.titel,
    utgivare: release.organisation.namn,
    beskrivning: `Så läser du öppna jämförelser: fyra steg, alla indikatorer och metod. Version ${release.version}.`,
    amnesord: ['öppna jämförelser', 'användarguide', ...omraden.map((o) => o.kortnamn)],
    datum: release.datum.split('-').map(Number),
    sidhuvud: `Användarguide · ${release.titel}`,
    sidfot: versionLine(release),
    exempel: false,
    inledning:
      texts.chapters.length > 0
        ? texts.chapters.map((c) => chapter(c.titel, c.markdown))
        : [chapter('Så läser du resultaten', READING), chapter('Fyra steg för analys', STEPS)],
    omraden: omraden.map((o) => ({
      titel: `Indikatorer: ${o.titel}`,
      ingress: o.ingress,
      grupper: byQuality(
        indikatorer.filter((i) => i.omrade === o.slug),
        (i) => i,
      ).map((g) => ({ titel: g.title, indikatorer: g.items.map(indicatorPart) })),
    })),
    teckenrubrik: 'När en siffra saknas',
    tecken: ABSENCE_KEY.map((a) => [a.symbol, a.label, a.explanation]),
    avslutning: [
      chapter('Insamling och metod', [METHOD, ...method].join('\n\n').replace(/\.\n\n- /g, '.\n- ')),
      chapter('Ordlista', glossary),
    ],
    sida: release.webbplats,
  };
}
