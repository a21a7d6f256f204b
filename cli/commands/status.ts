import { isElectionId } from '../../functions/model/ids.ts';
import { foldLedger } from '../../functions/model/state.ts';
import { openStore } from '../../functions/store/open.ts';
import type { Failure, Store, UploadedFile } from '../../functions/store/store.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { deploymentOptions, findDeployment } from '../endpoint.ts';
import { counted, findingLines } from '../outcome.ts';

/** `sailau status`: what is in, what is published, what went wrong. */
export const status: Command = {
  name: 'status',
  summary: 'Show elections, their files, releases and failures',
  usage: '[election]',
  options: deploymentOptions,
  examples: ['sailau status', 'sailau status kz-mazhilis-2023', 'sailau status --json'],
  run: runStatus,
};

/** An election as `status` shows it. */
interface ElectionStatus {
  readonly election: string;
  readonly status: string;
  readonly revision: number;
  readonly version: string | null;
  readonly unfinished: string | null;
  readonly files: readonly FileStatus[];
  readonly failures: readonly Failure[];
}

interface FileStatus {
  readonly file: string;
  readonly versionId: string;
  readonly at: string;
  readonly outcome: 'accepted' | 'rejected' | 'processing' | 'failed';
  readonly report: UploadedFile['report'];
}

async function runStatus(invocation: Invocation): Promise<number> {
  const { positionals, terminal } = invocation;
  const store = await storeOf(invocation);
  const [asked, ...more] = positionals;
  if (more.length > 0) throw new UsageError('Name one election, or none for all of them.');
  if (asked !== undefined && !isElectionId(asked))
    throw new UsageError(`"${asked}" cannot be the id of an election.`);
  const ids = asked === undefined ? await store.status.elections() : [asked];
  const failures = await store.status.failures();
  const elections: ElectionStatus[] = [];
  for (const id of ids) elections.push(await electionStatus(store, id, failures));
  if (asked !== undefined && elections.every(isUnknown))
    throw new UsageError(`There is no election "${asked}". \`sailau status\` lists all of them.`);
  for (const election of elections)
    for (const line of lines(election, asked !== undefined)) terminal.line(line);
  if (elections.length === 0) terminal.line('No elections yet. Upload one with `sailau upload <folder>`.');
  terminal.document(elections);
  return 0;
}

async function storeOf(invocation: Invocation): Promise<Store> {
  const { intake, publication, table, environment } = await findDeployment(invocation);
  if (publication === null || table === null)
    throw new UsageError('On AWS, `status` also needs --publication and --table (outputs of the stack).');
  // The SDK reads endpoints and credentials from the environment.
  Object.assign(process.env, environment);
  return openStore({ INTAKE_BUCKET: intake, PUBLICATION_BUCKET: publication, RECORDS_TABLE: table });
}

async function electionStatus(
  store: Store,
  id: Parameters<Store['ledger']['read']>[0],
  allFailures: readonly Failure[],
): Promise<ElectionStatus> {
  const state = foldLedger(await store.ledger.read(id));
  const failures = allFailures.filter(({ key }) => key.startsWith(`uploads/${id}/`));
  const files = (await store.status.uploads(id)).map((file) => fileStatus(file, failures));
  return {
    election: id,
    status: state.status?.status.status ?? 'partial',
    revision: state.revision,
    version: state.releases.at(-1)?.version ?? null,
    unfinished: state.unfinished?.version ?? null,
    files,
    failures,
  };
}

/** Whether nothing at all is known of it. */
function isUnknown({ revision, files, failures }: ElectionStatus): boolean {
  return revision === 0 && files.length === 0 && failures.length === 0;
}

function fileStatus({ file, versionId, at, report }: UploadedFile, failures: readonly Failure[]): FileStatus {
  const failed = failures.some(
    (failure) => failure.versionId === versionId && failure.key.endsWith(`/${file}`),
  );
  return { file, versionId, at, report, outcome: report?.outcome ?? (failed ? 'failed' : 'processing') };
}

function lines(
  { election, status: said, revision, version, unfinished, files, failures }: ElectionStatus,
  whole: boolean,
): string[] {
  const rejected = files.filter(({ outcome }) => outcome === 'rejected').length;
  const waiting = files.filter(({ outcome }) => outcome === 'processing').length;
  const head = [
    election.padEnd(28),
    (version ?? '—').padEnd(8),
    said.padEnd(10),
    `revision ${revision}`,
    counted(files.length, 'file'),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
    ...(waiting > 0 ? [`${waiting} in work`] : []),
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
    ...(unfinished ? [`publishing ${unfinished}`] : []),
  ].join('  ');
  if (!whole) return [head];
  return [
    head,
    ...files.flatMap(fileLines),
    ...failures.map(({ at, key, error, cause }) => `  failed ${at} ${key}: ${error} ${cause}`),
  ];
}

function fileLines({ file, at, outcome, report }: FileStatus): string[] {
  return [
    `  ${outcome.padEnd(10)} ${file}  ${at}  ${counted(report?.records ?? 0, 'record')}, ${counted(report?.warnings ?? 0, 'warning')}`,
    ...(report ? findingLines(report).map((line) => `  ${line}`) : []),
  ];
}
