/** The part of the tool's page where Boverket's file is given and its columns are confirmed. */

import * as z from 'zod/mini';
import type { BmeMapping } from '../../import/bme/mapping.ts';
import { BOUNDS } from '../../model/limits.ts';
import { must } from '../../model/must.ts';
import { keptJson } from '../fetch-json.ts';
import type { BmeGiven, BmeOpened } from './bme.ts';
import { openBmeInWorker } from './work.ts';

/** The choice of a list that says that no column is read. */
const NOT_READ = '';

/** Which columns were confirmed the last time, in this browser: no figures, and not whose they are. */
const KEPT = 'bme-kolumner';

/** What the rest of the page gives, and what it hears. */
type Around = {
  readonly kommuner: readonly (readonly [kod: string, namn: string])[];
  readonly formular: string;
  readonly say: (words: string) => void;
  /** Called when what is read of Boverket's file is another than before. */
  readonly changed: () => void;
};

type Opened = Extract<BmeOpened, { kind: 'oppnad' }> & { readonly file: File };
const Kept = z.object({ kolumner: z.record(z.string(), z.string()), arSkillnad: z.number() });
type Kept = Readonly<z.infer<typeof Kept>>;

const kept = (): Kept | null => keptJson(KEPT, (json) => Kept.parse(json));

/** Sets up the part. @returns what is confirmed, to be read with the inventory; null when the page has no such part */
export function bmePart(around: Around): () => Promise<BmeGiven | null> {
  const chosen = document.querySelector<HTMLInputElement>('#bme-fil');
  const form = document.querySelector<HTMLFormElement>('#bme-val');
  const blad = document.querySelector<HTMLSelectElement>('#bme-blad');
  const ar = document.querySelector<HTMLInputElement>('#bme-ar');
  const drop = document.querySelector<HTMLElement>('#bme-slapp');
  const selects = [...document.querySelectorAll<HTMLSelectElement>('#bme-val [data-uppgift]')];
  if (!chosen || !form || !blad || !ar || !drop) return async () => null;
  let opened: Opened | null = null;
  let confirmed: { readonly file: File; readonly mapping: BmeMapping } | null = null;

  const forget = () => {
    opened = null;
    confirmed = null;
    form.hidden = true;
  };

  /** The columns of the chosen sheet, with the guess or what was confirmed the last time chosen. */
  function fill(): boolean {
    const sheet = opened?.sheets.find((s) => s.blad === blad?.value);
    if (!opened || !sheet || !ar) return false;
    const before = kept();
    const fits = selects.map((select) => {
      const uppgift = must(select.dataset['uppgift'], 'uppgift of a list');
      const old = before?.kolumner[uppgift];
      const guess = opened?.mapping.svar.find((s) => s.uppgift === uppgift)?.kolumn ?? NOT_READ;
      const wanted = old !== undefined && (old === '' || sheet.kolumner.includes(old)) ? old : guess;
      select.replaceChildren(
        new Option('Läses inte', ''),
        ...sheet.kolumner.map((kolumn) => new Option(kolumn, kolumn)),
      );
      select.value = sheet.kolumner.includes(wanted) ? wanted : '';
      return old !== undefined && select.value === old;
    });
    ar.value = sheet.ar === null ? '' : String(sheet.ar + (before?.arSkillnad ?? 0));
    return before !== null && ar.value !== '' && fits.every(Boolean) && selects.some((s) => s.value !== '');
  }

  function confirm(): string | null {
    if (!opened || !blad || !ar) return null;
    const year = Number(ar.value);
    if (!/^20\d\d$/.test(ar.value)) {
      ar.focus();
      return 'Skriv året som svaren i bostadsmarknadsenkäten gäller, med fyra siffror.';
    }
    if (selects.every((s) => s.value === '')) {
      selects[0]?.focus();
      return 'Välj en kolumn i bostadsmarknadsenkätens fil för minst en uppgift.';
    }
    const arIFilen = opened.sheets.find((s) => s.blad === blad.value)?.ar ?? null;
    const svar = selects.map((s) => ({
      uppgift: must(s.dataset['uppgift'], 'uppgift of a list'),
      kolumn: s.value === '' ? null : s.value,
      forslag: [],
    }));
    const mapping = { ...opened.mapping, bekraftad: true, blad: blad.value, ar: year, arIFilen, svar };
    confirmed = { file: opened.file, mapping };
    const keep: Kept = {
      kolumner: Object.fromEntries(svar.map((s) => [s.uppgift, s.kolumn ?? NOT_READ])),
      arSkillnad: arIFilen === null ? 0 : year - arIFilen,
    };
    try {
      localStorage.setItem(KEPT, JSON.stringify(keep));
    } catch {
      // A browser that keeps nothing asks again the next time.
    }
    return null;
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file || !blad || !form) return;
    forget();
    if (file.size > BOUNDS.inventory.bytes)
      return around.say(
        `${file.name} är ${Math.round(file.size / 1e6)} MB. Verktyget läser högst ${BOUNDS.inventory.bytes / 1e6} MB.`,
      );
    around.say(`Läser ${file.name} …`);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await openBmeInWorker({ name: file.name, bytes }, around);
      if (answer.kind === 'olasligt') return around.say(answer.words);
      opened = { ...answer, file };
      blad.replaceChildren(...answer.sheets.map((s) => new Option(s.blad, s.blad)));
      blad.value = answer.mapping.blad;
      form.hidden = false;
      if (fill() && confirm() === null) {
        around.say(`Kolumnerna i ${file.name} är valda som förra gången.`);
        around.changed();
      } else around.say(`Kontrollera vilka kolumner i ${file.name} som har svaren, och välj Använd svaren.`);
    } catch (error) {
      around.say(`${file.name} gick inte att läsa: ${error instanceof Error ? error.message : 'okänt fel'}.`);
    }
  }

  chosen.addEventListener('change', () => void open(chosen.files?.[0]));
  chosen.addEventListener('click', () => {
    chosen.value = '';
  });
  for (const type of ['dragover', 'dragleave', 'drop'] as const)
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', type === 'dragover');
      if (type === 'drop') void open(event.dataTransfer?.files[0]);
    });
  blad.addEventListener('change', () => fill());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const trouble = confirm();
    if (trouble !== null) return around.say(trouble);
    around.say('Svaren ur bostadsmarknadsenkäten används när du väljer den ifyllda mallen.');
    around.changed();
  });
  document.querySelector('#bme-bort')?.addEventListener('click', () => {
    forget();
    around.say('Bostadsmarknadsenkätens fil används inte.');
    around.changed();
    chosen.focus();
  });
  return async () =>
    confirmed === null
      ? null
      : {
          name: confirmed.file.name,
          bytes: new Uint8Array(await confirmed.file.arrayBuffer()),
          mapping: confirmed.mapping,
        };
}
