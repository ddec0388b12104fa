import type { z } from 'zod';
import { didYouMean, nearest } from '../nearest.ts';
import type { Code } from '../rules.ts';

type Issue = z.core.$ZodIssue;

/** A zod issue in Swedish. `key` is an unknown key, which belongs last in the path. */
export type Explained = {
  readonly code: Code;
  readonly message: string;
  readonly suggestion: string | null;
  readonly key?: string;
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'text inom citattecken',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista [ ]',
  object: 'ett objekt { }',
  record: 'ett objekt { }',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  url: 'en webbadress som börjar med https://',
  email: 'en e-postadress',
  date: 'ett datum som 2024-12-31',
};

/**
 * Puts an issue into words.
 * @param keys the valid keys of the object that the issue is about, to find the nearest
 */
export function explainIssue(issue: Issue, input: unknown, keys: readonly string[]): readonly Explained[] {
  switch (issue.code) {
    case 'invalid_type': {
      const what = TYPES[issue.expected] ?? issue.expected;
      if (input === undefined)
        return [
          {
            code: 'json-nyckel-saknas',
            message: 'Uppgiften saknas.',
            suggestion: `Lägg till den. Den ska vara ${what}.`,
          },
        ];
      return [{ code: 'json-typ', message: `Här ska stå ${what}.`, suggestion: null }];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (input === undefined)
        return [
          {
            code: 'json-nyckel-saknas',
            message: 'Uppgiften saknas.',
            suggestion: `Lägg till något av: ${values.join(', ')}.`,
          },
        ];
      return [
        {
          code: 'json-varde',
          message: 'Värdet är inte ett av dem som finns.',
          suggestion: didYouMean(String(input), values),
        },
      ];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearest(key, keys);
        return {
          code: 'json-nyckel-okand' as const,
          key,
          message: `Uppgiften ”${key}” är okänd.`,
          suggestion: near === null ? 'Ta bort den.' : `Menade du ”${near}”?`,
        };
      });
    case 'invalid_format':
      return [{ code: 'json-format', message: formatMessage(issue), suggestion: null }];
    case 'too_small':
      return [
        {
          code: 'json-storlek',
          message: `Här ska stå minst ${issue.minimum}${unitOf(issue.origin)}.`,
          suggestion: null,
        },
      ];
    case 'too_big':
      return [
        {
          code: 'json-storlek',
          message: `Här ska stå högst ${issue.maximum}${unitOf(issue.origin)}.`,
          suggestion: null,
        },
      ];
    default:
      return [{ code: 'json-varde', message: 'Värdet går inte att använda.', suggestion: null }];
  }
}

/** What a text should look like: in the schema's own words where it has some, else by the name of the format. */
function formatMessage(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (!issue.message.startsWith('Invalid')) return `Här gäller: ${issue.message}.`;
  const format = FORMATS[issue.format];
  return format
    ? `Här ska stå ${format}.`
    : 'Texten är inte skriven som den ska. Hur den skrivs står i data/README.md.';
}

const unitOf = (origin: string) => (origin === 'string' ? ' tecken' : origin === 'array' ? ' värden' : '');
