import type { Refused } from './refusal.ts';
import { refusedCells } from './refused-cells.ts';
import { refusedDocuments } from './refused-documents.ts';
import { refusedFiles } from './refused-files.ts';

/** Everything that must not get in. */
export const refused: readonly Refused[] = [...refusedCells(), ...refusedDocuments(), ...refusedFiles()];
