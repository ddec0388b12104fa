import { z } from 'zod';

/** Something that will be published, in `kalender.json`: the day, or only the month when no day is set. */
export const Handelse = z.strictObject({
  /** Never changes: subscribers know the event by it even when its day moves. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** `2027-03-15`, or `2027-03` while only the month is known. */
  datum: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
  titel: z.string().min(5),
  /** What a reader will find, one or two sentences. */
  text: z.string().min(10),
  /** Slug of the area that it is about; null for all of them. */
  omrade: z.string().nullable().default(null),
  /** When this was decided or last moved. */
  beslutat: z.iso.date(),
});
export type Handelse = z.infer<typeof Handelse>;

export const Kalender = z.array(Handelse);
