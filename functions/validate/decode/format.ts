/** What the name of a file says of its bytes. */
export interface FileFormat {
  readonly wrapping: 'none' | 'gzip' | 'zip';
  /** text: delimited cells; json: objects, in an array or one a line; workbook: Office Open XML. */
  readonly form: 'text' | 'json' | 'workbook';
}

const forms: Readonly<Record<string, FileFormat['form']>> = {
  csv: 'text',
  tsv: 'text',
  txt: 'text',
  json: 'json',
  ndjson: 'json',
  xlsx: 'workbook',
};

/** The format that a name promises, whatever the case of its letters; null when it is none of a table. */
export function formatOf(name: string): FileFormat | null {
  const [, ending = '', wrapped] = /\.([a-z]+)(?:\.(gz|zip))?$/.exec(name.toLowerCase()) ?? [];
  const form = Object.hasOwn(forms, ending) ? forms[ending] : undefined;
  if (form === undefined) return null;
  const wrapping = wrapped === undefined ? 'none' : wrapped === 'gz' ? 'gzip' : 'zip';
  return { wrapping, form };
}
