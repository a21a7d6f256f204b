import { stat } from 'node:fs/promises';
import type { ElectionId } from '../../functions/model/ids.ts';
import { foldLedger } from '../../functions/model/state.ts';
import { checkFiles } from '../../functions/validate/check.ts';
import { type MemoryCurrent, memoryCurrent } from '../../functions/validate/current/memory.ts';
import { type Invocation, UsageError } from '../command.ts';
import { findDeployment } from '../endpoint.ts';
import { collectUploads, electionIn, fileVersion } from '../files.ts';

/** The word that stands for the state of the running stack instead of a folder. */
export const deployed = 'deployed';

/**
 * The state that files are checked against, by election: `--against` names a folder of the files in force, or `deployed` for those that the pipeline has
 * accepted. Without it, the state is empty. Checking changes none of them. Throws UsageError when the folder is not there or does not pass the checks.
 */
export async function stateOf(
  invocation: Invocation,
): Promise<(election: ElectionId) => Promise<MemoryCurrent>> {
  const against = invocation.value('against');
  if (against === undefined) return async (election) => memoryCurrent(election);
  if (against === deployed) return await deployedState(invocation);
  const isFolder = await stat(against).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new UsageError(
      `--against takes the folder of an election, or "${deployed}"; there is no folder ${against}.`,
    );
  return (election) => folderState(against, election);
}

async function folderState(folder: string, election: ElectionId): Promise<MemoryCurrent> {
  const current = memoryCurrent(election);
  const uploads = await collectUploads([folder], election);
  for await (const { upload, verdict } of checkFiles(election, uploads.flatMap(fileVersion), current)) {
    if (verdict.outcome === 'accepted') continue;
    throw new UsageError(
      `${folder} is no state in force: its ${upload.file} would be rejected. See \`sailau check ${folder}\`.`,
    );
  }
  return current;
}

async function deployedState(invocation: Invocation) {
  const deployment = await findDeployment(invocation);
  // Loaded when asked for: a check of folders does without the AWS SDK.
  const { storeOf } = await import('../store.ts');
  const store = storeOf(deployment, `--against ${deployed}`);
  return async (election: ElectionId) => {
    const { files } = foldLedger(await store.ledger.read(election));
    return memoryCurrent(election, { election, files, batches: store.batches });
  };
}

/** Whether a path names a file. */
export async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** The election that files belong to which do not say so themselves: that of the folder in `--against`. */
export async function electionAgainst({ value }: Invocation): Promise<string | undefined> {
  const against = value('against');
  return against === undefined || against === deployed ? undefined : await electionIn(against);
}
