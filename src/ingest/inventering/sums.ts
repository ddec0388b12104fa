import { ALDRAR, type Inventering, type InventeringRad, UPPGIFTER } from '../../model/inventering.ts';
import type { Reading } from '../source.ts';

type Antal = InventeringRad & { readonly varde: number };
const isAntal = (r: InventeringRad): r is Antal => r.varde !== null;

/**
 * Reports what cannot be true of an inventory: sexes or ages that come to more than both together, or to something
 * else when all are there; a part larger than what it is a part of; and, as a warning, contracts that differ from what
 * the kommun has told Boverket.
 */
export function reportInventeringSums({ report }: Reading, { rader }: Pick<Inventering, 'rader'>): void {
  const antal = rader.filter(isAntal);
  const at = (r: Antal) => ({
    file: r.ursprung.fil,
    row: r.ursprung.rad,
    column: 'varde',
    value: String(r.varde),
  });
  const tooMuch = (total: Antal, parts: readonly Antal[], all: number, what: string) => {
    const sum = parts.reduce((s, r) => s + r.varde, 0);
    if (parts.length === 0 || sum === total.varde || (parts.length < all && sum < total.varde)) return;
    report(
      'inventering-summa',
      at(total),
      `${what} är tillsammans ${sum}, men alla är ${total.varde}.`,
      'Kontrollera raderna.',
    );
  };
  for (const { kod, namn } of UPPGIFTER) {
    const own = antal.filter((r) => r.uppgift === kod);
    for (const total of own) {
      if (total.kon === 'T')
        tooMuch(
          total,
          own.filter((r) => r.kon !== 'T' && r.alder === total.alder),
          2,
          `${namn}: kvinnor och män`,
        );
      if (total.alder === 'alla')
        tooMuch(
          total,
          own.filter((r) => r.alder !== 'alla' && r.kon === total.kon),
          ALDRAR.length - 1,
          `${namn}: åldrarna`,
        );
    }
  }
  const same = (a: Antal) => (b: Antal) => a.kon === b.kon && a.alder === b.alder;
  for (const { kod, namn, ingarI } of UPPGIFTER) {
    if (ingarI === null) continue;
    for (const part of antal.filter((r) => r.uppgift === kod)) {
      const whole = antal.filter((r) => r.uppgift === ingarI).find(same(part));
      if (whole && part.varde > whole.varde)
        report(
          'inventering-del',
          at(part),
          `${namn} är ${part.varde}, men det som de ingår i är ${whole.varde}.`,
          `Kontrollera raden mot ”${UPPGIFTER.find((u) => u.kod === ingarI)?.namn ?? ingarI}”.`,
        );
    }
  }
  const count = (kod: string) => antal.find((r) => r.uppgift === kod);
  const [own, bme, taken] = ['kontrakt-alla', 'kontrakt-bme', 'kontrakt-overtagna'].map(count);
  if (own && bme && own.varde !== bme.varde)
    report(
      'inventering-bme',
      at(bme),
      `Kommunen har ${own.varde} kontrakt men har svarat ${bme.varde} i bostadsmarknadsenkäten.`,
      'Ta reda på vad skillnaden beror på.',
    );
  if (own && taken && taken.varde > own.varde)
    report(
      'inventering-overtagna',
      at(taken),
      `Fler kontrakt har tagits över (${taken.varde}) än det finns (${own.varde}).`,
      'Det kan stämma, men kontrollera att båda talen gäller samma år.',
    );
}
