import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import { newestKommunYear } from '../../statistics/years.ts';

/** A worked example: what it does, and code that can be copied. */
export type ApiExample = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly code: string;
};

/** The indicator that examples ask for: the first question with answers from kommuner. */
function exampleIndicator(index: CatalogueIndex): Indicator | undefined {
  const { indikatorer } = index.catalogue;
  const answered = (i: Indicator) => typeof newestKommunYear(index, i.id) === 'number';
  return (
    indikatorer.find((i) => i.typ === 'enkat' && answered(i)) ?? indikatorer.find(answered) ?? indikatorer[0]
  );
}

/**
 * The same question to the API in the tools that readers have.
 * @param site address of the site with final slash; tests give that of their own server
 */
export function apiExamples(
  index: CatalogueIndex,
  site: string = index.catalogue.release.webbplats,
): readonly ApiExample[] {
  const { id } = must(exampleIndicator(index), 'indicator');
  const ar = newestKommunYear(index, id) ?? 'ÅÅÅÅ';
  const address = `${site}api/v1/observationer/${id}.json`;
  const csv = `${site}data/indikatorer/${id.toLowerCase()}.csv`;
  return [
    {
      id: 'curl',
      title: 'curl',
      text: 'Hämta en indikator som JSON och som CSV, och kontrollera att adressen finns.',
      code: [
        `curl --fail --silent --show-error --output ${id}.json ${address}`,
        `curl --fail --silent --show-error --output ${id}.csv ${csv}`,
      ].join('\n'),
    },
    {
      id: 'r',
      title: 'R',
      text: 'Läs koder och kön som text, annars försvinner nollan i 0114 och T blir TRUE. Det tomma fältet blir NA; skälet står i kolumnen saknas.',
      code: [
        'library(jsonlite)',
        `svar <- fromJSON("${address}")`,
        `kommuner <- subset(svar$values, niva == "kommun" & ar == ${ar})`,
        'table(kommuner$varde, useNA = "always")',
        '',
        '# Samma sak ur CSV-filen, utan paket:',
        `varden <- read.csv("${csv}",`,
        '                   colClasses = c(kod = "character", kon = "character"), na.strings = "")',
      ].join('\n'),
    },
    {
      id: 'python',
      title: 'Python',
      text: 'Bara standardbiblioteket behövs. Med pandas: pandas.read_csv(adress, dtype={"kod": str, "kon": str}).',
      code: [
        'import json',
        'from urllib.request import urlopen',
        '',
        `with urlopen("${address}") as svar:`,
        '    data = json.load(svar)',
        '',
        'for v in data["values"]:',
        `    if v["niva"] == "kommun" and v["ar"] == ${ar}:`,
        '        text = v["saknasText"] if v["varde"] is None else v["varde"]',
        '        print(v["kod"], v["namn"], text, sep="\\t")',
      ].join('\n'),
    },
    {
      id: 'power-query',
      title: 'Excel (Power Query)',
      text: 'Data → Hämta data → Från andra källor → Tom fråga → Avancerad redigerare. Klistra in, och uppdatera med Data → Uppdatera alla.',
      code: [
        'let',
        `    Svar = Json.Document(Web.Contents("${address}")),`,
        '    Tabell = Table.FromRecords(Svar[values]),',
        '    Valda = Table.SelectColumns(Tabell,',
        '        {"kod", "namn", "niva", "ar", "varde", "saknasText", "svarande", "exempel"}),',
        '    Typer = Table.TransformColumnTypes(Valda,',
        '        {{"kod", type text}, {"namn", type text}, {"ar", Int64.Type}, {"svarande", Int64.Type}}),',
        '    Kommuner = Table.SelectRows(Typer, each [niva] = "kommun")',
        'in',
        '    Kommuner',
      ].join('\n'),
    },
  ];
}
