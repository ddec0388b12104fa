import { answerWords } from '../../charts/from/common.ts';
import { respondents } from '../../charts/from/units.ts';
import { publishedSentence, resultsInBrief } from '../../content/indikator/published.ts';
import { exampleText } from '../../content/kommun/reading.ts';
import { byQuality } from '../../content/quality.ts';
import { firstAnswer, hasAnswers, hasCategories } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { byGroup, sizeGroups } from '../../statistics/groups.ts';
import { isMixed, shareOf } from '../../statistics/profile.ts';
import { isSmallBase, type Share } from '../../statistics/share.ts';
import { publishedBase, shareBase } from '../../text/base.ts';
import { listOf } from '../../text/lists.ts';
import { markedName, unitsOf } from '../../text/names.ts';
import { capitalise, formatRatio } from '../../text/numbers.ts';
import { questionResult } from '../../text/sentences/national.ts';
import { saidShare, shareText } from '../../text/shares.ts';
import { categorySlide } from './category-slide.ts';
import { comparisonSlides } from './comparison.ts';
import type { Deck, Slide } from './deck.ts';
import { packed, type SlideGroup } from './packed.ts';
import {
  altOf,
  barOf,
  COLOUR,
  chartSlide,
  deckFacts,
  indicatorNotes,
  PERCENT,
  SHARE_BARS,
  textSlide,
  whyNoBar,
} from './parts.ts';
import { yearsSlide } from './years-slide.ts';

/** The national deck of an area and year. */
export function omradeDeck(index: CatalogueIndex, omrade: Omrade, edition: Edition): Deck {
  const { release } = index.catalogue;
  const { ar } = edition;
  const indicators = index.catalogue.indikatorer.filter(
    (i) => i.omraden.includes(omrade.slug) && i.typ !== 'bakgrund' && isAbout(index, i, ar),
  );
  const questions = indicators.filter((i) => i.typ === 'enkat');
  const title = `${omrade.titel} ${ar}`;
  const blandat = isMixed(questions.map((i) => ({ exempel: isExample(index, i, ar) })));
  const naming = blandat
    ? (i: Indicator, name: string) => markedName(name, isExample(index, i, ar))
    : plainName;
  const example = edition.exempel ? [`Exempeldata. ${exampleText([{ blandat }])}`] : [];
  const cities = edition.stadsdelsstader.map((kod) => index.kommun(kod)?.namn ?? kod);
  const briefs = resultsInBrief(index, omrade.slug, 6, ar);
  return {
    ...deckFacts(release, edition.exempel, `${omrade.kortnamn} ${ar}`),
    title,
    description: `Öppna jämförelser av ${omrade.om}, ${ar}: resultat för riket.`,
    keywords: ['öppna jämförelser', omrade.kortnamn, String(ar)],
    slides: [
      {
        layout: 'titel',
        title,
        text: ['Resultat för riket', ...example],
        figure: null,
        notes: [omrade.ingress],
      },
      textSlide(
        'Resultat i korthet',
        briefs.length > 0
          ? [
              ...briefs.map((b) => b.sentence),
              ...publishedBase(
                edition.enhet,
                briefs.map((b) => b.figure.bas),
              ),
            ]
          : ['Det finns inga publicerade nationella siffror för det här året.'],
        [
          ...(briefs.length === 0
            ? []
            : [`Källor: ${[...new Set(briefs.map((b) => b.figure.kalla))].join('; ')}.`]),
          'Siffrorna är publicerade för riket och verkliga. Vad de räknas på är det som källan anger.',
          ...new Set(
            briefs.map(
              (b) =>
                `${b.indicator.kortnamn}: ${publishedSentence(b.indicator, b.figure)} Källa: ${b.figure.kalla}.`,
            ),
          ),
        ],
      ),
      // A question with words of its own has no answer that a share could count.
      ...overviews(
        index,
        questions.filter((q) => !hasCategories(q)),
        edition,
        naming,
      ),
      ...comparisonSlides(index, omrade, edition),
      ...indicators.map((i) =>
        hasAnswers(i) ? questionSlide(index, i, edition, naming) : yearsSlide(index, i, ar),
      ),
      textSlide(
        'Så samlades svaren in',
        [
          `Insamling: ${edition.insamling}.`,
          `Enhet: ${unitsOf(edition.enhet).many}${cities.length > 0 ? `; stadsdelarna svarar i ${listOf(cities)}` : ''}.`,
          ...edition.noter,
        ],
        [...omrade.insamling, `Källa: ${[...new Set(questions.map((q) => q.kalla))].join('; ')}.`],
      ),
      textSlide(
        'Så läser du siffrorna',
        [
          `${shareBase(edition.enhet)} Procenten är avrundad till heltal.`,
          'Har färre än tio svarat visas antalet i stället, till exempel 2 av 4. Då ritas ingen stapel.',
          'Ett svar som saknas är aldrig ett nej.',
          ...omrade.brott.filter((b) => b.franAr <= ar).map((b) => b.orsak),
          `Definitioner, alla kommuner och filer: ${release.webbplats}omraden/${omrade.slug}/${ar}/`,
        ],
        ['Definition och källa står i anteckningarna till varje bild.'],
      ),
    ],
  };
}

/** What a question is called on a slide, by its name there. */
type Naming = (indicator: Indicator, name: string) => string;
const plainName: Naming = (_, name) => name;

const isExample = (index: CatalogueIndex, { id }: Indicator, ar: number): boolean =>
  index.observation(id, RIKET, ar)?.exempel ?? false;

/** An indicator belongs to a year that it has values or figures for, or that it says it was asked in. */
const isAbout = (index: CatalogueIndex, i: Indicator, ar: number) =>
  i.ar.includes(ar) ||
  index.observationsOf(i.id, ar).length > 0 ||
  index.publishedOf(i.id).some((p) => p.ar === ar);

/** Riket's share of every question, a slide for each kvalitetsområde. */
function overviews(
  index: CatalogueIndex,
  questions: readonly Indicator[],
  { ar, enhet }: Edition,
  naming: Naming,
): readonly Slide[] {
  const rows = questions.map((indicator) => ({
    indicator,
    share: shareOf(indicator, index.observation(indicator.id, RIKET, ar)),
  }));
  const sources = [...new Set(questions.map((q) => q.kalla))];
  return shared(byQuality(rows, (r) => r.indicator)).map(({ title, items }) =>
    chartSlide(
      title,
      [`${ar}. ${shareBase(enhet)}`],
      {
        first: 'Indikator',
        categories: items.map((r) => `${naming(r.indicator, r.indicator.kortnamn)}${whyNoBar(r.share)}`),
        series: [{ name: 'Riket', colour: COLOUR.main, values: items.map((r) => barOf(r.share)) }],
        ...SHARE_BARS,
        alt: altOf(
          `Riket. ${shareBase(enhet)}`,
          items.map((r) => `${naming(r.indicator, r.indicator.kortnamn)} ${said(r.share)}`),
        ),
      },
      [
        'Definition och källa står i anteckningarna till varje frågas egen bild.',
        `Källa: ${sources.join('; ')}.`,
      ],
    ),
  );
}

/** Bars on one slide: more cannot be read, and one alone leaves the slide empty. */
const FULL = 9;

type Shared = { readonly indicator: Indicator; readonly share: Share | null };

/** Kvalitetsområden on as few slides as hold them, each sorted by its share; a large one is divided. */
function shared(groups: readonly SlideGroup<Shared>[]): readonly SlideGroup<Shared>[] {
  const pieces = groups.flatMap(({ title, items }) => {
    const sorted = items.toSorted((a, b) => (barOf(b.share) ?? -1) - (barOf(a.share) ?? -1));
    const parts = Math.ceil(sorted.length / FULL);
    const size = Math.ceil(sorted.length / parts);
    return Array.from({ length: parts }, (_, n) => ({
      title: `${title}${parts > 1 ? ` (${n + 1} av ${parts})` : ''}`,
      items: sorted.slice(n * size, (n + 1) * size),
    }));
  });
  return packed(pieces, FULL);
}

const said = (share: Share | null) => (share === null || share.of === 0 ? 'inget svar' : shareText(share));

/** One question: riket, and the kommuner by size. */
function questionSlide(
  index: CatalogueIndex,
  indicator: Indicator,
  { ar, enhet }: Edition,
  naming: Naming,
): Slide {
  if (hasCategories(indicator))
    return categorySlide(index, indicator, ar, naming(indicator, indicator.titel));
  const observation = index.observation(indicator.id, RIKET, ar);
  const riket = shareOf(indicator, observation);
  const notes = indicatorNotes(indicator);
  if (riket === null || riket.of === 0)
    return textSlide(
      naming(indicator, indicator.titel),
      [`Det finns inga svar för ${ar} att visa.`, capitalise(indicator.definition)],
      notes,
    );
  const answers = answerWords(indicator);
  const first = firstAnswer(indicator);
  const groups = byGroup(
    sizeGroups(index.catalogue.referens),
    answers,
    respondents(index, indicator, ar).observations,
  );
  const rows = [
    ...groups
      .filter((g) => g.tillfragade > 0)
      .map((g) => ({ name: g.group.namn, share: { count: g.fordelning[first] ?? 0, of: g.svarande } })),
    { name: 'Riket', share: riket },
  ];
  const answered =
    observation?.tillfragade != null
      ? ` ${formatRatio({ count: riket.of, of: observation.tillfragade })} svarade på frågan.`
      : '';
  return chartSlide(
    naming(indicator, indicator.titel),
    [`${questionResult(indicator, { ar, share: saidShare(riket), units: unitsOf(enhet) })}${answered}`],
    {
      first: 'Kommunens storlek',
      categories: rows.map((r) => `${r.name}${whyNoBar(r.share)}`),
      series: [
        {
          name: first === 'alla' ? 'Svarar ja, alla' : 'Svarar ja',
          colour: COLOUR.main,
          values: rows.map((r) => barOf(r.share)),
        },
      ],
      direction: 'bar',
      stacked: false,
      format: PERCENT,
      max: 110,
      marked: isSmallBase(riket) ? new Map() : new Map([[rows.length - 1, COLOUR.riket]]),
      alt: altOf(
        `Efter antal invånare. ${shareBase(enhet)}`,
        rows.map((r) => `${r.name} ${said(r.share)}`),
      ),
    },
    notes,
  );
}
