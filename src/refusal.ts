/**
 * Something that the person at the terminal can mend: the message is whole Swedish sentences that say what stands in
 * the way, and the advice what to do where the message does not. Every other error is a fault of the tool and is shown
 * with its stack.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly advice: string | null;
  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice ?? null;
  }
}

/** What each error of the operating system means, and what to do about it. */
const SYSTEM: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ENOSPC: ['Disken är full', 'Frigör utrymme och kör kommandot igen.'],
  EDQUOT: ['Din del av disken är full', 'Frigör utrymme och kör kommandot igen.'],
  EFBIG: ['Filen är större än vad disken eller systemets gränser tillåter', 'Pröva en annan disk.'],
  EACCES: ['Det saknas rättighet att läsa eller skriva', 'Ändra rättigheterna, eller välj en annan plats.'],
  EPERM: ['Systemet tillåter inte åtgärden', 'Ändra rättigheterna, eller välj en annan plats.'],
  EROFS: ['Disken går bara att läsa', 'Välj en annan plats.'],
  EBUSY: ['Filen eller mappen används av ett annat program', 'Stäng programmet och kör kommandot igen.'],
  ETXTBSY: ['Filen används av ett annat program', 'Stäng programmet och kör kommandot igen.'],
  EXDEV: ['Mapparna ligger på olika diskar', 'Välj en plats på samma disk.'],
  EMFILE: ['För många filer är öppna', 'Höj gränsen (ulimit -n) och kör kommandot igen.'],
  ENFILE: ['För många filer är öppna i hela systemet', 'Stäng andra program och kör kommandot igen.'],
  ENOENT: ['Filen eller mappen finns inte', 'Kontrollera sökvägen.'],
  ENOTDIR: ['En del av sökvägen är en fil, inte en mapp', 'Kontrollera sökvägen.'],
  EISDIR: ['Det är en mapp där en fil väntades', 'Kontrollera sökvägen.'],
  EEXIST: ['Det finns redan något på platsen', 'Kontrollera sökvägen.'],
  ELOOP: ['Symboliska länkar pekar runt i en ring', 'Kontrollera sökvägen.'],
  ENAMETOOLONG: ['Sökvägen är för lång', 'Välj en kortare.'],
  EIO: ['Disken går inte att läsa eller skriva', 'Kontrollera disken.'],
  ENOMEM: ['Minnet räcker inte', 'Stäng andra program, eller kör på en dator med mer minne.'],
  ERR_MODULE_NOT_FOUND: ['Ett paket som verktyget behöver saknas', 'Kör ”npm ci” och försök igen.'],
  MODULE_NOT_FOUND: ['Ett paket som verktyget behöver saknas', 'Kör ”npm ci” och försök igen.'],
  ERR_WORKER_OUT_OF_MEMORY: [
    'Minnet räcker inte',
    'Stäng andra program, eller kör på en dator med mer minne.',
  ],
};

/**
 * An error as Swedish sentences for the terminal: a refusal's own, or what an error of the system means, with its
 * path. Causes are followed. Null for a fault of the tool, which is to be shown with its stack.
 */
export function sentenceFor(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (e instanceof Refusal) return e.advice === null ? e.message : `${e.message}\n${e.advice}`;
    const { code, path, dest } = e as NodeJS.ErrnoException & { readonly dest?: string };
    const meaning = code === undefined ? undefined : SYSTEM[code];
    if (code === undefined || meaning === undefined) continue;
    const [what, todo] = meaning;
    const place = [path, dest].filter((p) => p !== undefined).map((p) => `”${p}”`);
    return `${what}${place.length > 0 ? `: ${place.join(' → ')}` : ''} (${code}). ${todo}`;
  }
  return null;
}

/** The same, found in what a program that we started has written about its own end. */
export function sentenceIn(output: string): string | null {
  const code = /\b(E[A-Z]{3,12}|ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)\b[:']/.exec(output)?.[1];
  if (code === undefined || SYSTEM[code] === undefined)
    return /heap out of memory/.test(output) ? sentenceOf('ENOMEM') : null;
  const path = /(?:open|write|mkdir|rename|copyfile|scandir|unlink|stat) '([^']+)'/.exec(output)?.[1];
  return sentenceOf(code, path);
}

function sentenceOf(code: string, path?: string): string {
  return sentenceFor(Object.assign(new Error(code), { code, path })) ?? code;
}
