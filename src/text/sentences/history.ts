import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Brott } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import { kommunChanges } from '../../model/kommun-history.ts';
import { formatDate } from '../dates.ts';
import { listOf } from '../lists.ts';

/** A change of a kommun: its first day, the names of what it was before, and whether only the name is new. */
type SaidKommunChange = {
  readonly dag: string;
  readonly fran: readonly string[];
  readonly baraNamn: boolean;
  /** The kommun was there before, and took the others in. */
  readonly tog: boolean;
  /** Names of the other kommuner that the same ones became. */
  readonly andra: readonly string[];
};

/**
 * What a kommun was before: "Malung hette Malung-Sälen till 1 januari 2027." "Falköping bildades 1 januari 2027 av Falköping
 * och Tidaholm. Tidigare siffror gäller inte samma område."
 */
function kommunHistory(place: string, { dag, fran, baraNamn, tog, andra }: SaidKommunChange): string {
  const day = formatDate(dag);
  if (baraNamn) return `${place} hette ${listOf(fran)} till ${day}.`;
  if (tog)
    return `${listOf(fran)} blev en del av ${place} ${day}. Tidigare siffror gäller inte samma område.`;
  const moved = fran.length === 1 && andra.length === 0 && fran[0] === place;
  if (moved) return `${place} bytte län och kod ${day}. Tidigare siffror står under den gamla koden.`;
  const shared =
    andra.length === 0 ? '' : ` Också ${listOf(andra)} kom ur ${fran.length === 1 ? 'den' : 'dem'}.`;
  return `${place} bildades ${day} av ${listOf(fran)}.${shared} Tidigare siffror gäller inte samma område.`;
}

/** Where a reader of a former kommun is led: "Tidaholm fanns till 31 december 2026. Den är nu en del av Falköping." */
export function formerKommun(place: string, till: string, now: readonly string[]): string {
  const day = formatDate(till);
  if (now.length === 1 && now[0] === place) return `${place} bytte kod ${day}.`;
  return now.length === 1
    ? `${place} fanns till och med ${day}. Nu finns ${listOf(now)}.`
    : `${place} delades: den fanns till och med ${day}. Nu finns ${listOf(now)}.`;
}

const changes = (index: CatalogueIndex, kommun: Kommun) =>
  kommunChanges(index.catalogue.referens, kommun).map(({ dag, fran, baraNamn, tog }) => {
    const became = fran.flatMap((f) => f.ersattAv).filter((kod) => kod !== kommun.kod);
    const andra = [...new Set(became)].flatMap((kod) => index.kommun(kod)?.namn ?? []);
    const said = { dag, fran: fran.map((f) => f.namn), baraNamn, tog, andra };
    return { dag, baraNamn, text: kommunHistory(kommun.namn, said) };
  });

/** What a kommun of today was before, a sentence for each change; nothing for most of them. */
export const historySentences = (index: CatalogueIndex, kommun: Kommun): readonly string[] =>
  changes(index, kommun).map(({ text }) => text);

/** The years from which a kommun's figures are of another area than before, and why; a new name is no break. */
export const areaBreaks = (index: CatalogueIndex, kommun: Kommun): readonly Brott[] =>
  changes(index, kommun).flatMap(({ dag, baraNamn, text }) =>
    baraNamn ? [] : [{ franAr: Number(dag.slice(0, 4)), orsak: text }],
  );
