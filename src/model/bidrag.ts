/**
 * Who stands behind a magnitude (kronor, days), where the publisher knows: how many contribute, and the shares of the
 * largest and the second largest of them in percent. Used to protect, and never published. Null where it is not said.
 */
export type Bidrag = {
  readonly bidragande: number | null;
  readonly storsta: number | null;
  readonly nastStorsta: number | null;
};
