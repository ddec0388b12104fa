/** A question of the guidance, and the figures that answer it: `bars` are drawn beside each other. */
type Part = {
  readonly id: string;
  readonly question: string;
  /** What its figures are about. */
  readonly rubrik: string;
  readonly koder: readonly string[];
  readonly bars: readonly string[];
};

const AKUTA = ['harbarge', 'hotell', 'jourboende', 'skyddat', 'akut-annat'];
const LANGSIKTIGA = ['socialt-kontrakt', 'traning', 'bostad-forst'];

/** The questions that Socialstyrelsen's support says an inventory can answer, in our words and order. */
export const INVENTORY_PARTS: readonly Part[] = [
  {
    id: 'akut',
    rubrik: 'Akuta boendelösningar',
    question: 'Hur många har haft en akut boendelösning, och vilken?',
    koder: ['akut-alla', ...AKUTA, 'akut-dygn', 'akut-kostnad', 'bistand-akut'],
    bars: AKUTA,
  },
  {
    id: 'institution',
    rubrik: 'Institution och stödboende',
    question: 'Vilka ska flytta från institution eller stödboende utan att ha någonstans att bo?',
    koder: ['institution-alla', 'hvb', 'familjehem', 'stodboende', 'skrivs-ut-utan-bostad'],
    bars: [],
  },
  {
    id: 'risk',
    rubrik: 'Risk för akut hemlöshet',
    question: 'Hur många riskerar att bli akut hemlösa?',
    koder: ['sover-ute', 'skuldradgivning', 'bistand-hyresskuld', 'uppsokta'],
    bars: [],
  },
  {
    id: 'langsiktig',
    rubrik: 'Långsiktiga boendelösningar',
    question: 'Bor fler i Bostad först eller i en boendetrappa?',
    koder: ['langsiktig-alla', ...LANGSIKTIGA],
    bars: LANGSIKTIGA,
  },
  {
    id: 'kontrakt',
    rubrik: 'Sociala kontrakt och förturer',
    question: 'Hur många sociala kontrakt finns, och hur många har tagits över?',
    koder: ['kontrakt-alla', 'kontrakt-bme', 'kontrakt-overtagna', 'fortur'],
    bars: [],
  },
  {
    id: 'avhysning',
    rubrik: 'Avhysningar',
    question: 'Ökar eller minskar avhysningarna, och berör de barn?',
    koder: ['avhysning-inkomna', 'avhysning-avvarjda', 'avhysning-genomforda', 'avhysning-barnfamiljer'],
    bars: ['avhysning-inkomna', 'avhysning-avvarjda', 'avhysning-genomforda'],
  },
];
