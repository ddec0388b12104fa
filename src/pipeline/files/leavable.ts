import { canMakePdf } from '../../files/typst/compiler.ts';
import { Refusal } from '../../refusal.ts';

/** Formats that a publisher can choose to publish without (`--utan`), and the writers that make them. */
export const LEAVABLE = { pdf: ['pdf', 'guide'] } as const satisfies Readonly<
  Record<string, readonly string[]>
>;
export type Leavable = keyof typeof LEAVABLE;

const isLeavable = (name: string): name is Leavable => Object.hasOwn(LEAVABLE, name);

/** The formats of `--utan`, in one order. @throws Refusal for one that is not known or cannot be left out */
export function leavable(option: string | undefined): readonly Leavable[] {
  if (option === undefined) return [];
  const names = option.split(',').map((name) => name.trim());
  const given = names.filter((name) => name !== '').map((name) => name.toLowerCase());
  return given
    .map((name) => {
      if (isLeavable(name)) return name;
      throw new Refusal(
        `”${name}” kan inte lämnas bort. Med --utan kan du välja: ${Object.keys(LEAVABLE).join(', ')}.`,
      );
    })
    .toSorted();
}

/** @throws Refusal when a format cannot be made on this machine and is not left out on purpose */
export function refuseMissing(without: readonly Leavable[], possible: () => boolean = canMakePdf): void {
  if (without.includes('pdf') || possible()) return;
  throw new Refusal(
    `PDF-rapporterna kan inte skrivas: Typst är inte installerat för den här datorn (${process.platform} ${process.arch}). Kör ”npm ci” så att det hämtas, eller bygg utan dem: npm run build -- --utan pdf`,
  );
}
