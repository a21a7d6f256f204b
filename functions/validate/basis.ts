import type { BatchId } from '../model/ids.ts';
import type { Upload } from '../model/upload.ts';
import { type Current, type CurrentFile, headerOf } from './current/current.ts';
import { type Book, bookOf } from './references/book.ts';
import { type Register, registerBuilder } from './references/register.ts';

/** What a file is read with: the definition in force and, for results by station, the register. */
export interface Basis {
  readonly book: Book;
  readonly register: Register | null;
}

/** The basis of an upload. `batches` names it: the same batches are the same basis. */
export type BasisAnswer =
  | { readonly state: 'ready'; readonly basis: Basis | null; readonly batches: readonly BatchId[] }
  | { readonly state: 'waiting'; readonly for: 'definition-missing' | 'register-missing' };

/** Finds out what the upload is to be read with (a definition itself with nothing), and whether it is there yet. */
export async function basisOf(upload: Upload, current: Current): Promise<BasisAnswer> {
  if (upload.kind === 'definition') return { state: 'ready', basis: null, batches: [] };
  const definition = [...current.files.values()].find(({ kind }) => kind === 'definition');
  if (definition === undefined) return { state: 'waiting', for: 'definition-missing' };
  const book = bookOf(await current.batches.definition(current.election, definition.batch));
  const contest = upload.contest === null ? null : book.contest(upload.contest);
  if (contest?.reportedBy !== 'station')
    return { state: 'ready', basis: { book, register: null }, batches: [definition.batch] };
  const registers = [...current.files.values()].filter(({ kind }) => kind === 'stations');
  if (registers.length === 0) return { state: 'waiting', for: 'register-missing' };
  const register = await registerFrom(registers, current);
  const batches = [definition.batch, ...registers.map(({ batch }) => batch)];
  return { state: 'ready', basis: { book, register }, batches };
}

/** The register of all stations of these files, one area after another, so that only one is in memory. */
async function registerFrom(registers: readonly CurrentFile[], current: Current): Promise<Register> {
  const builder = registerBuilder();
  for (const file of registers) {
    const { areas } = await headerOf(current, file);
    for (const { area } of areas)
      for (const station of await current.batches.stations(current.election, file.batch, area))
        builder.add(station);
  }
  return builder.finish();
}
