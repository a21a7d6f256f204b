import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../local/lock.ts';
import { temporaryFolder } from './support/assembly.ts';

describe('lockFolder', () => {
  it('refuses a folder that is held, naming the process', async () => {
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder);

    const second = lockFolder(folder);

    await expect(second).rejects.toMatchObject({
      code: 'data-folder-in-use',
      message: expect.stringContaining(`Process ${process.pid}`),
    });
    await lock.release();
  });

  it('gives the folder to the next one after a release, and leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    await (await lockFolder(folder)).release();

    const lock = await lockFolder(folder);

    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes over from a process that has ended', async () => {
    const folder = await temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(folder, 'lock'), `${pid} 1\n`);

    const lock = await lockFolder(folder);

    expect(await readFile(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    await lock.release();
  });

  it.runIf(process.platform === 'linux')(
    'takes over when the number now belongs to a younger process',
    async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'lock'), `${process.pid} 1\n`);

      const lock = await lockFolder(folder);

      await lock.release();
    },
  );
});
