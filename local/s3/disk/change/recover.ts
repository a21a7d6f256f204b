import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BucketFolders } from '../bucket.ts';
import { uploadFacts } from '../uploads.ts';
import { readVersion } from '../version.ts';
import { settlePromotion, settleWrite } from './settle.ts';

/** Finishes the changes that were decided before a crash, in their order, and removes what was not decided. */
export async function recover(folders: BucketFolders): Promise<void> {
  for (const name of (await readdir(folders.pending)).sort()) {
    const [sequencer, kind] = name.split('.');
    const file = join(folders.pending, name);
    if (sequencer === undefined || (kind !== 'write' && kind !== 'promote')) continue;
    const version = readVersion(readFileSync(file, 'utf8'), file);
    if (kind === 'write') settleWrite(folders, sequencer, version);
    else settlePromotion(folders, sequencer, version);
  }
  await empty(folders.pending);
  await empty(folders.temporary);
  for (const uploadId of await readdir(folders.uploads)) {
    if (uploadFacts(folders, uploadId) === undefined)
      await rm(join(folders.uploads, uploadId), { recursive: true });
  }
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}
