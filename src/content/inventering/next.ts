import type { Formular } from '../../model/formular.ts';

/** A step that the missing figures call for, and the questions that it would answer. */
export type NextStep = {
  readonly namn: string;
  readonly text: string;
  readonly fragor: readonly string[];
};

/** What is known of a question's answer. */
type Answered = {
  readonly id: string;
  readonly answers: readonly string[];
  readonly saknas: readonly string[];
};

/** How a step is chosen, in the words that readers see. */
export const NEXT_RULE =
  'Regeln är vår: en fråga räknas som obesvarad när siffrorna inte ger någon mening till svar, eller när minst hälften av dess uppgifter saknas det senaste året. Varje fråga har i förväg ett steg som kan svara på den.';

/** The steps that the form names for questions without an answer, in its order. None when all are answered. */
export function nextSteps({ fragor, nasta }: Formular, parts: readonly Answered[]): readonly NextStep[] {
  const byId = new Map(parts.map((p) => [p.id, p]));
  const open = fragor.filter(({ id, uppgifter }) => {
    const part = byId.get(id);
    return part !== undefined && (part.answers.length === 0 || part.saknas.length * 2 >= uppgifter.length);
  });
  return nasta.flatMap(({ kod, namn, text }) => {
    const mine = open.filter((f) => f.annars === kod).map((f) => f.fraga);
    return mine.length === 0 ? [] : [{ namn, text, fragor: mine }];
  });
}
