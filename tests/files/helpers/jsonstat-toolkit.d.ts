/** The part of the toolkit's reader that our tests use; it comes without types. */
declare module 'jsonstat-toolkit' {
  type Cell = { readonly value: number | null; readonly status: string | null };
  type Category = { readonly label: string; readonly unit?: unknown };
  type Dimension = { readonly id: readonly string[]; readonly Category: (id: string) => Category };
  export default function JSONstat(content: unknown): {
    readonly class: string;
    readonly size: readonly number[];
    readonly n: number;
    readonly role: unknown;
    readonly source: string;
    readonly Dimension: (id: string) => Dimension;
    readonly Data: (at: Readonly<Record<string, string>>) => Cell;
  };
}
