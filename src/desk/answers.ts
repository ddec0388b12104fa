import { Mapping } from '../import/table/mapping.ts';

/** A mapping with what a person has answered in its form; a field that is not there leaves the guess. */
export function answered(mapping: Mapping, form: FormData): Mapping {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : null;
  };
  const blad = mapping.blad.map((b, s) => {
    const ar = said(`ar:${s}`);
    return {
      ...b,
      ar: ar === null ? b.ar : /^\d{4}$/.test(ar) ? Number(ar) : ar === '' ? null : ar,
      kolumner: b.kolumner.map((k, c) => {
        const id = said(`ind:${s}:${c}`);
        const words = (kind: 'svar' | 'saknas') =>
          Object.fromEntries(
            Object.entries(k[kind]).map(([word, old]) => [word, said(`${kind}:${s}:${c}:${word}`) ?? old]),
          );
        return {
          ...k,
          indikator: id === null ? k.indikator : id || null,
          svar: words('svar'),
          saknas: words('saknas'),
        };
      }),
    };
  });
  return Mapping.parse({ ...mapping, bekraftad: true, blad });
}
