import type { ReleaseFiles } from '../../data/release.ts';

/** How the results are read in a language: one line that runs as it stands. */
export interface CodeLine {
  readonly language: string;
  readonly line: string;
}

/** A line for DuckDB, Python and R. The addresses are those of this release: the numbers stay the same whenever it is run. */
export function codeFor({ url }: Pick<ReleaseFiles, 'url'>): readonly CodeLine[] {
  return [
    { language: 'DuckDB', line: `SELECT * FROM read_parquet('${url('results.parquet')}');` },
    {
      language: 'Python',
      line: `import pandas; results = pandas.read_csv("${url('results.csv')}", dtype={"station": str})`,
    },
    {
      language: 'R',
      line: `results <- read.csv("${url('results.csv')}", colClasses = c(station = "character"))`,
    },
  ];
}
