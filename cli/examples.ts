import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalStack } from '../local/stack.ts';
import type { Terminal } from './command.ts';
import { sendAll } from './commands/upload.ts';
import { type Deployment, localEnvironment, objectClient } from './endpoint.ts';
import { collectUploads, electionFolders, type LocalUpload } from './files.ts';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));

/** Uploads the example elections, each file once: those already loaded with the same bytes are left out. Gives the keys sent. */
export async function loadExamples(stack: LocalStack, data: string, terminal: Terminal): Promise<string[]> {
  const record = join(data, 'examples.json');
  const loaded = await readLoaded(record);
  const uploads = await collectUploads(await electionFolders(folder));
  const fresh: LocalUpload[] = [];
  for (const upload of uploads) {
    const sha256 = createHash('sha256')
      .update(await readFile(upload.path))
      .digest('hex');
    if (loaded.get(upload.key) !== sha256) fresh.push(upload);
    loaded.set(upload.key, sha256);
  }
  if (fresh.length === 0) {
    terminal.line('The example elections are already in.');
    return [];
  }
  terminal.line(`Uploading ${fresh.length} files of the example elections …`);
  const client = objectClient(deploymentOf(stack));
  const sent = await sendAll(client, deploymentOf(stack), fresh, () => {}).finally(() => client.destroy());
  await writeFile(record, `${JSON.stringify(Object.fromEntries(loaded), null, 2)}\n`);
  return sent.map(({ key }) => key);
}

function deploymentOf({ endpoints, buckets, table }: LocalStack): Deployment {
  const { intake, publication } = buckets;
  const environment = localEnvironment({ endpoints });
  return { local: true, intake, publication, table, machine: null, queue: null, environment };
}

async function readLoaded(path: string): Promise<Map<string, string>> {
  try {
    const record: Record<string, string> = JSON.parse(await readFile(path, 'utf8'));
    return new Map(Object.entries(record));
  } catch {
    // Not there, or cut short when the machine went down: loading everything again changes nothing.
    return new Map();
  }
}
