import { PALETTE } from '../../charts/palette.ts';
import type { ProgramDocument } from '../../content/program/document.ts';
import type { Atgardsstatus } from '../../model/program.ts';
import type { Deck, Slide } from './deck.ts';
import { altOf, COLOUR, chartSlide, deckFacts, tableSlides, textSlide } from './parts.ts';

const { c1, c2, c3, c4, na, mark, ink, edge } = PALETTE.light;

/** A status has the same colour in every deck: the further, the darker; the mark is for what is late. */
const STATUS_COLOURS: Readonly<Record<Atgardsstatus, string>> = {
  planerad: c1,
  pagar: c2,
  lopande: c3,
  forsenad: mark,
  pausad: edge,
  klar: c4,
  avbruten: ink,
};

/** The deck that follows a programme up before a nämnd: everything it says comes from the document. */
export function programDeck(p: ProgramDocument): Deck {
  const { release, exempel } = p;
  const source = `Källa: ${p.kalla}.`;
  const example = exempel ? ['Exempeldata. Kommunen och programmet är påhittade.'] : [];
  return {
    ...deckFacts(release, exempel),
    title: p.titel,
    description: `Uppföljning av ${p.titel}, version ${release.version}.`,
    keywords: [p.utgivare, 'program mot hemlöshet'],
    slides: [
      {
        layout: 'titel',
        title: p.titel,
        text: [`${p.utgivare}. Gäller ${p.galler}.`, ...example],
        figure: null,
        notes: ['Uppföljning av programmet. Diagrammen går att ändra: välj Redigera data.', p.page],
      },
      textSlide('Vad programmet ska göra', [p.ingress], [source]),
      statusSlide(p, source),
      ...tableSlides(
        'Indikatorerna mot basåret',
        ['Bara utfall som är räknade som basåret jämförs.'],
        {
          columns: [
            { label: 'Indikator', numeric: false, share: 0.34 },
            { label: 'Basår', numeric: false, share: 0.28 },
            { label: 'Önskat', numeric: false, share: 0.12 },
            { label: 'Sedan dess', numeric: false, share: 0.26 },
          ],
          rows: p.indikatorer.map((i) => [i.titel, i.basar, i.onskat, i.sedan]),
          alt: `Tabell. ${p.indikatorer.map((i) => `${i.titel}: ${i.sedan}`).join('; ')}.`,
        },
        [source],
      ),
      ...p.indikatorer.flatMap((i): readonly Slide[] =>
        i.varden.length < 2
          ? []
          : [
              chartSlide(
                i.titel,
                [i.sedan],
                {
                  first: 'År',
                  categories: i.varden.map((v) => (v.varde === null ? `${v.ar}: skyddad` : String(v.ar))),
                  series: [{ name: i.enhet, colour: COLOUR.main, values: i.varden.map((v) => v.varde) }],
                  direction: 'col',
                  stacked: false,
                  format: '#,##0',
                  max: null,
                  marked: new Map(),
                  alt: altOf(
                    i.sedan,
                    i.varden.map((v) => `${v.ar} ${v.visat}`),
                  ),
                },
                [`Önskat: ${i.onskat.toLocaleLowerCase('sv')}.`, `Källa: ${i.kalla}.`],
              ),
            ],
      ),
      ...(p.nytt === null
        ? []
        : tableSlides(
            p.nytt.rubrik,
            ['Det som är känt i år och som skiljer sig från förut.'],
            {
              columns: [
                { label: 'Åtgärd eller indikator', numeric: false, share: 0.34 },
                { label: 'Förut', numeric: false, share: 0.16 },
                { label: 'Nu', numeric: false, share: 0.16 },
                { label: 'Om uppgiften', numeric: false, share: 0.34 },
              ],
              rows: p.nytt.rader,
              alt: `Tabell. ${p.nytt.rubrik}: ${p.nytt.rader.map((r) => r.slice(0, 3).join(' ')).join('; ')}.`,
            },
            [source],
          )),
      textSlide('Källor', [p.kalla, `Mål, åtgärder och filer: ${p.page}`], [source]),
    ],
  };
}

function statusSlide(p: ProgramDocument, source: string): Slide {
  const known = p.strategier.some((s) => s.antal.slice(0, -1).some((n) => n > 0));
  const alt = p.strategier.map(
    (s) =>
      `${s.titel}: ${p.statusar
        .map(({ namn }, i) => ({ namn, antal: s.antal[i] ?? 0 }))
        .filter(({ antal }) => antal > 0)
        .map(({ namn, antal }) => `${antal} ${namn.toLocaleLowerCase('sv')}`)
        .join(', ')}`,
  );
  return chartSlide(
    'Läget i varje strategi',
    [
      known
        ? 'Antal åtgärder efter vad som senast är känt om dem.'
        : 'Antal åtgärder. Hur långt de har kommit finns det ingen öppen uppgift om.',
    ],
    {
      first: 'Strategi',
      categories: p.strategier.map((s) => s.titel),
      series: p.statusar.map(({ lage, namn: name }, i) => ({
        name,
        colour: lage === null ? na : STATUS_COLOURS[lage],
        values: p.strategier.map((s) => s.antal[i] ?? 0),
      })),
      direction: 'bar',
      stacked: true,
      counts: 'Antal åtgärder',
      format: '0',
      max: null,
      marked: new Map(),
      alt: altOf('Åtgärder efter läge.', alt),
    },
    [source],
  );
}
