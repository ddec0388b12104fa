/** A code that was right once: why it is not any more, and the code that replaced it where one did. */
export type RetiredCode = { readonly why: string; readonly now: string | null };

/** Kommuner that moved to another län and got a new code (SCB, kommunindelningens ändringar). */
const MOVED: ReadonlyMap<string, RetiredCode> = new Map([
  ['1917', { why: 'Heby hör till Uppsala län sedan 2007', now: '0331' }],
  ['1622', { why: 'Mullsjö hör till Jönköpings län sedan 1998', now: '0642' }],
  ['1623', { why: 'Habo hör till Jönköpings län sedan 1998', now: '0643' }],
]);

/** Län that are gone, by their two digits. Their kommuner kept their names but got new codes. */
const GONE_LAN: ReadonlyMap<string, string> = new Map([
  ['02', 'Stockholms stad var ett eget län till 1967'],
  ['11', 'Kristianstads län gick upp i Skåne län 1997'],
  ['15', 'Älvsborgs län gick upp i Västra Götalands län 1998'],
  ['16', 'Skaraborgs län gick upp i Västra Götalands län 1998'],
]);

/** Tells whether a code (four digits, or two for a län) has been in use and no longer is. */
export function retiredCode(code: string): RetiredCode | null {
  const moved = MOVED.get(code);
  if (moved) return moved;
  const why = /^\d{2}(\d{2})?$/.test(code) ? GONE_LAN.get(code.slice(0, 2)) : undefined;
  return why ? { why, now: null } : null;
}
