import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from './json.ts';

/** Documents in a folder, one file each by its id, so that they survive this process. */
export type KeptFiles = {
  /** Once it resolves, the document is on disk whole. */
  readonly add: (id: string, document: JsonObject) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The paths of all, in no order. */
  readonly paths: () => Promise<string[]>;
};

const ENDING = '.json';
const UNFINISHED = '.part';

/** Opens the folder, which is made if it is not there. What was being written when a process died was never answered for, and is taken away. */
export async function openKeptFiles(folder: string): Promise<KeptFiles> {
  await mkdir(folder, { recursive: true });
  const unfinished = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(folder, name), { force: true })));
  const fileOf = (id: string): string => join(folder, `${id}${ENDING}`);
  return {
    add: async (id, document) => {
      const part = join(folder, `${id}${UNFINISHED}`);
      const file = await open(part, 'w');
      try {
        await file.writeFile(JSON.stringify(document));
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(part, fileOf(id));
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    paths: async () =>
      (await readdir(folder)).filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name)),
  };
}
