import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError, systemCode } from './errors.ts';

/** A data folder that is held by this process. */
export type Lock = { readonly release: () => Promise<void> };

/**
 * Takes the data folder for this process; two stacks on the same data would deliver every event twice and tear the table.
 * A lock whose process has ended is taken over. Throws `data-folder-in-use` naming the process that holds it.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'lock');
  // The holder is written before the name appears, so that nobody ever reads a lock without one.
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, await identify(process.pid));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await take(mine, file)) return { release: () => rm(file, { force: true }) };
      const holder = await readFile(file, 'utf8').catch(() => '');
      const pid = Number.parseInt(holder, 10);
      if (isRunning(pid) && (await identify(pid)) === holder) throw inUse(folder, pid);
      await rm(file, { force: true });
    }
    throw inUse(folder, undefined);
  } finally {
    await rm(mine, { force: true });
  }
}

/**
 * A process's number and, where the system tells it, its start: numbers are used again, in a container at every start.
 * Source: proc_pid_stat(5), field 22.
 */
async function identify(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${pid} ${fields[19] ?? ''}\n`;
}

async function take(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but for another user.
    return systemCode(error) === 'EPERM';
  }
}

function inUse(folder: string, pid: number | undefined): LocalError {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new LocalError(
    'data-folder-in-use',
    `${who} already uses the data folder ${folder}. Stop it, or start with another folder (--data).`,
  );
}
