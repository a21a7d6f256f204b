import type { BatchId } from '../model/ids.ts';
import type { Upload } from '../model/upload.ts';
import type { Current, CurrentFile } from './current/current.ts';
import { stationsNamed } from './current/registers.ts';
import { type Book, bookOf } from './references/book.ts';
import { type Register, registerBuilder } from './references/register.ts';

/** What a file is read with: the definition in force and, for results by station, the register. */
export interface Basis {
  readonly book: Book;
  readonly register: Register | null;
}

/** The basis of an upload, and the batches that it is made of. */
export type BasisAnswer =
  | { readonly state: 'ready'; readonly basis: Basis | null; readonly batches: readonly BatchId[] }
  | { readonly state: 'waiting'; readonly for: 'definition-missing' | 'register-missing' };

/**
 * Finds out what the upload is to be read with (a definition itself with nothing), and whether it is there yet. The function that is returned can be
 * asked again when the state has moved on: it gives the same answer, register and all, until the definition or the files of the register are others.
 */
export function basisFinder(upload: Upload): (current: Current) => Promise<BasisAnswer> {
  let last: { readonly names: string; readonly answer: BasisAnswer } | null = null;
  return async (current) => {
    if (upload.kind === 'definition') return nothing;
    const definition = [...current.files.values()].find(({ kind }) => kind === 'definition');
    if (definition === undefined) return { state: 'waiting', for: 'definition-missing' };
    const book = bookOf(await current.batches.definition(current.election, definition.batch));
    const contest = upload.contest === null ? null : book.contest(upload.contest);
    const files = [...current.files.values()].filter(({ kind }) => kind === 'stations');
    const registers = contest?.reportedBy === 'station' ? files : null;
    if (registers?.length === 0) return { state: 'waiting', for: 'register-missing' };
    const batches = [definition.batch, ...(registers ?? []).map(({ batch }) => batch)];
    const names = batches.join();
    if (last?.names === names) return last.answer;
    // Anew with another definition too: a register looks for the nearest id so many times in one reading of a file.
    const register = registers && (await registerFrom(registers, current));
    const answer: BasisAnswer = { state: 'ready', basis: { book, register }, batches };
    last = { names, answer };
    return answer;
  };
}

const nothing: BasisAnswer = { state: 'ready', basis: null, batches: [] };

/** The register of all stations of these files. */
async function registerFrom(registers: readonly CurrentFile[], current: Current): Promise<Register> {
  const builder = registerBuilder();
  for await (const { area, stations } of stationsNamed(registers, current))
    for (const station of stations) builder.add({ station, area });
  return builder.finish();
}
