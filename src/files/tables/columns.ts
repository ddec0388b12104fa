import { ABSENCES } from '../../model/absence.ts';
import { NIVAER } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import type { DataColumn, DataRow } from './table.ts';

/** The columns of every long file, in their order. The names are those of the API. */
export const LONG_COLUMNS = [
  {
    name: 'indikator',
    type: 'text',
    required: true,
    description: 'Indikatorns id. Koladas id när det finns ett.',
  },
  {
    name: 'kod',
    type: 'text',
    required: true,
    pattern: '\\d{2}|\\d{4}(-[a-z0-9-]+)?',
    description: 'Platsens kod: riket 00, län två siffror, kommun fyra siffror, stadsdel med en egen kod.',
  },
  {
    name: 'niva',
    type: 'text',
    required: true,
    words: NIVAER,
    description: 'Platsens nivå.',
  },
  {
    name: 'ar',
    type: 'year',
    description: 'Året som värdet gäller. Tomt när källan inte säger vilket år det är.',
  },
  {
    name: 'kon',
    type: 'text',
    required: true,
    words: ['T', 'K', 'M'],
    description: 'T båda könen, K kvinnor, M män.',
  },
  {
    name: 'varde',
    type: 'value',
    description:
      'Värdet. För en fråga: svarets ord för kommuner och stadsdelar, och för län och riket hur många procent (0–100, inte avrundat) som gav det första svaret, ja eller alla, av dem som svarade.',
  },
  {
    name: 'saknas',
    type: 'text',
    words: ABSENCES,
    description: 'Skälet när värdet saknas. Annars tomt. En lucka är aldrig en nolla.',
  },
  {
    name: 'svarande',
    type: 'integer',
    description: 'Hur många kommuner (och stadsdelar) som svarade. Tomt för register.',
  },
  {
    name: 'tillfragade',
    type: 'integer',
    description: 'Hur många som fick frågan. Tomt för register.',
  },
  {
    name: 'exempel',
    type: 'boolean',
    required: true,
    description: 'ja när värdet är påhittat för att visa hur webbplatsen fungerar, annars nej.',
  },
] as const satisfies readonly DataColumn[];

/** What tells two values apart; only when every value has a year. */
export const LONG_KEY = ['indikator', 'kod', 'ar', 'kon'] as const;

/** An observation as a row of `LONG_COLUMNS`. */
export function longRow(o: Observation): DataRow {
  return [o.indikator, o.kod, o.niva, o.ar, o.kon, o.varde, o.saknas, o.svarande, o.tillfragade, o.exempel];
}
