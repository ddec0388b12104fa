import { z } from 'zod/mini';
import type { Finding } from '../../model/finding.ts';
import { BOUNDS } from '../../model/limits.ts';
import { fetchJson } from '../fetch-json.ts';
import { findingsHtml } from '../inventering/findings.ts';
import { pagePart, takeDropped } from '../tool.ts';
import { checkFile, type DefinitionTexts, type FilePlace, guessPlace } from './check.ts';

// The definitions are fetched when the page opens; after that nothing is asked for, and no file leaves the machine.
const definitions: Promise<DefinitionTexts> = fetchJson('/granska/underlag.json', (json) =>
  z.parse(z.record(z.string(), z.string()), json),
);

/** A file larger than this is no survey or register of ours. */
const { bytes: MOST_BYTES } = BOUNDS.checker;

const tool = pagePart('granskning', HTMLElement);
const where = pagePart('vad', HTMLSelectElement);
const chosen = pagePart('fil', HTMLInputElement);
const status = pagePart('status', HTMLElement);
const findings = pagePart('fynd', HTMLElement);
const targets: readonly FilePlace[] = [...where.options].flatMap(({ value, text }) =>
  value === '' ? [] : [{ path: value, label: text }],
);
let file: File | null = null;

function show(found: readonly Finding[], what: string): void {
  const errors = found.filter((f) => f.severity === 'error').length;
  const warnings = found.length - errors;
  status.textContent =
    found.length === 0 ? `Inga fel i ${what}.` : `${errors} fel och ${warnings} varningar i ${what}.`;
  findings.innerHTML = findingsHtml(found);
}

async function check(): Promise<void> {
  findings.replaceChildren();
  if (file === null) return;
  if (file.size > MOST_BYTES) {
    status.textContent = `${file.name} är för stor för att vara en enkät eller ett register.`;
    return;
  }
  status.textContent = 'Läser …';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.xlsx$/i.test(file.name)) {
      // The reader of workbooks is only fetched when there is one.
      const { checkProgram } = await import('./program.ts');
      const found = checkProgram(await definitions, bytes);
      if (found !== null) return show(found, `${file.name}, granskad som ett program`);
    }
    const guess = guessPlace(file.name, new TextDecoder().decode(bytes.subarray(0, 20_000)), targets);
    if (where.value === '' && guess) where.value = guess.path;
    const target = targets.find((t) => t.path === where.value);
    if (!target) {
      status.textContent = `Vi ser inte vad ${file.name} är. Välj det i listan.`;
      where.focus();
      return;
    }
    const found = checkFile(await definitions, target.path, bytes);
    show(found, `${file.name}, granskad som ${target.label}`);
  } catch (error) {
    status.textContent = `Filen gick inte att granska. ${error instanceof Error ? error.message : ''}`;
  }
}

function take(given: File | undefined): void {
  if (given === undefined) return;
  file = given;
  void check();
}

chosen.addEventListener('change', () => take(chosen.files?.[0]));
where.addEventListener('change', () => void check());
takeDropped(pagePart('slapp', HTMLElement), ([given]) => {
  where.value = '';
  take(given);
});

void definitions.then(
  () => {
    tool.dataset['ready'] = '';
    status.textContent = 'Ingen fil är vald ännu.';
  },
  () => {
    status.textContent = 'Verktyget gick inte att ladda. Ladda om sidan.';
  },
);
