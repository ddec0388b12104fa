const WORDS = ['noll', '', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** The numbers in a text, in figures or in words up to twelve. *En* and *ett* are mostly no numbers. */
export function textNumbers(text: string): ReadonlySet<number> {
  const figures = [...text.matchAll(/\d[\d\u00a0\u202f ]*\d|\d/g)].map(([n]) =>
    Number(n.replaceAll(/\D/g, '')),
  );
  const words = text
    .toLowerCase()
    .split(/[^a-zåäö]+/)
    .flatMap((word) => (word === '' ? [] : [WORDS.indexOf(word)]));
  return new Set([...figures, ...words.filter((n) => n > 0)]);
}
