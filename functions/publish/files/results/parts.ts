import type { ResultsParts } from '../../../model/generated/results-parts.ts';
import { prettyJson } from '../../../model/json/json.ts';
import { document } from '../../write/blocks.ts';
import { sha256 } from '../../write/hash.ts';
import type { ParquetPiece } from '../../write/parquet.ts';
import { documentFile, type Writing, type WrittenPart } from '../file.ts';

/**
 * results.parts.json: the place and the SHA-256 of each part of results.parquet, so that a reader of some parts need not take them on trust. Its shape is
 * schemas/results-parts.schema.json.
 */
export const resultsPartsJson = documentFile({
  path: 'results.parts.json',
  mediaType: 'application/json',
  description:
    'Where the row groups and the footer of results.parquet lie, each with its SHA-256: whoever reads a part of that file checks it by this one.',
  content: (writing) => document(prettyJson(resultsParts(writing))),
});

/** Passes the pieces of a Parquet file on, and takes down in `parts` where each lies and what its hash is. Memory grows with their number alone. */
export async function* noteParts(
  pieces: AsyncIterable<ParquetPiece>,
  parts: WrittenPart[],
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const { bytes, rows } of pieces) {
    const part = offset === 0 ? bytes.subarray(magicNumber) : bytes;
    offset += bytes.length;
    parts.push({ offset: offset - part.length, bytes: part.length, rows, sha256: sha256(part) });
    yield bytes;
  }
}

// PAR1, before the first row group: no part of the file, since every file of the format has it.
const magicNumber = 4;

function resultsParts({ release, files, resultsParts: parts }: Writing): ResultsParts {
  const whole = files.find(({ path }) => path === file);
  const footer = parts.find(({ rows }) => rows === null);
  if (!whole || !footer) throw new RangeError(`${file} has to be written before its parts are told`);
  return {
    election: release.election,
    version: release.version,
    file,
    bytes: whole.bytes,
    sha256: whole.sha256,
    groups: parts.flatMap(({ rows, offset, bytes, sha256 }) =>
      rows === null ? [] : [{ offset, bytes, rows, sha256 }],
    ),
    footer: { offset: footer.offset, bytes: footer.bytes, sha256: footer.sha256 },
  };
}

const file = 'results.parquet';
