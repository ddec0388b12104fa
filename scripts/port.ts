import { Refusal } from '../src/refusal.ts';

/** A port as it was asked for. @throws Refusal when it is none */
export function portOf(asked: string): number {
  const port = Number(asked);
  if (asked.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(`”${asked}” är ingen port. Välj ett tal från 0 till 65535.`);
  return port;
}
