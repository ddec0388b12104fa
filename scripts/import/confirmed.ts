import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeOver } from '../../src/pipeline/output/written.ts';
import { Refusal } from '../../src/refusal.ts';
import { PROJECT, pathOf } from '../command.ts';
import { folderOf, type SourceOptions } from './source.ts';

/** A kind of mapping: how its file is read, guessed and shown, and what in it must be answered. */
type Kind<T> = {
  readonly schema: { readonly parse: (json: unknown) => T };
  readonly guess: () => T;
  readonly questions: (mapping: T) => readonly string[];
  readonly text: (mapping: T, questions: readonly string[]) => string;
};

/**
 * The mapping beside a file (or the one that `--mapping` names), when a person has confirmed it; otherwise one is
 * guessed, written and shown.
 * @throws Refusal with the mapping in words and what to do, as long as it is not confirmed
 */
export async function confirmed<T extends { readonly bekraftad: boolean }>(
  path: string,
  options: SourceOptions,
  { schema, guess, questions: asked, text }: Kind<T>,
): Promise<T> {
  const file = pathOf(options.text('mapping'), `${path}.mappning.json`);
  const mapping = existsSync(file) ? await readMapping(file, schema) : guess();
  const questions = asked(mapping);
  const confirmed = mapping.bekraftad || options.flag('bekrafta');
  if (!existsSync(file) || (confirmed && !mapping.bekraftad && questions.length === 0))
    await writeOver(
      file,
      `${JSON.stringify({ ...mapping, bekraftad: confirmed && questions.length === 0 }, null, 2)}\n`,
      { project: PROJECT, data: [folderOf(options)] },
      // What has been read as a mapping is one, also when a person has changed it.
      async () => true,
    );
  if (confirmed && questions.length === 0) return mapping;
  throw new Refusal(
    text(mapping, questions),
    questions.length > 0
      ? `Svara på frågorna i ${file}, skriv "bekraftad": true och kör samma kommando igen.`
      : `Stämmer det? Kör samma kommando med --bekrafta, eller ändra i ${file}.`,
  );
}

async function readMapping<T>(file: string, schema: Kind<T>['schema']): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 400) : '';
    throw new Refusal(
      `Mappningen ${file} går inte att läsa: ${reason}`,
      'Rätta den, eller ta bort den så görs en ny.',
    );
  }
}
