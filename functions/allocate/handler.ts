import type { Certificate } from '../model/generated/certificate.ts';
import { type AreaId, type BatchId, type ElectionId, isElectionId } from '../model/ids.ts';
import type { Accepted } from '../model/ledger.ts';
import type { AreaTotals, BatchHeader } from '../model/records/batch.ts';
import { stationsByArea } from '../model/records/expected.ts';
import type { Candidate } from '../model/records/roll.ts';
import { type ElectionState, filesOfKind, foldLedger } from '../model/state.ts';
import { votersByArea, votersOf } from '../model/voters.ts';
import { openStore } from '../store/open.ts';
import { type Store, StoreError } from '../store/store.ts';
import { observed } from '../telemetry/observed.ts';
import { electionCertificates } from './election.ts';
import type { AreaRecords } from './read/missing.ts';

/** What the state machine passes in. */
export interface AllocateEvent {
  readonly election: string;
}

/**
 * What it gets back: the revision that was allocated, and how many contests came out how under the law in force. Not each contest: what a state machine
 * carries from state to state is 256 KB at most, and there are elections with thousands of contests.
 */
export interface AllocateResult {
  readonly election: ElectionId;
  readonly revision: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** The event names no election, or one without a definition: nothing can be allocated, and trying again will not help. */
export class AllocateError extends Error {
  readonly code: 'not-an-election' | 'definition-missing';

  constructor(code: AllocateError['code'], message: string) {
    super(message);
    this.name = 'AllocateError';
    this.code = code;
  }
}

/**
 * The stage: computes every contest of an election from what has been accepted so far, under the law in force and under each scenario,
 * and writes the certificates. Running it again for the same revision writes the same.
 */
export function createHandler(store: Store): (event: AllocateEvent) => Promise<AllocateResult> {
  return async ({ election }) => {
    if (!isElectionId(election))
      throw new AllocateError('not-an-election', `"${election}" is not the id of an election`);
    const state = foldLedger(await store.ledger.read(election));
    const [definition, totals, registers, candidates] = await Promise.all([
      readDefinition(store, election, state),
      readTotals(store, election, state),
      readRegisters(store, election, state),
      readCandidates(store, election, state),
    ]);
    const stations = stationsByArea(registers);
    const records = recordsOf(store, election, state, registers);
    const { revision } = state;
    const grounds = { definition, revision, totals, stations, candidates, records };
    const { inForce, scenarios } = await electionCertificates(grounds);
    await store.allocations.write(election, revision, [...inForce, ...scenarios]);
    return { election, revision, outcomes: countOutcomes(inForce) };
  };
}

function countOutcomes(certificates: readonly Certificate[]): AllocateResult['outcomes'] {
  const byStatus = Map.groupBy(certificates, ({ outcome }) => outcome.status);
  return Object.fromEntries([...byStatus].map(([status, of]) => [status, of.length]));
}

/** The Lambda: the store is opened on the first event and kept for those that follow. */
export const handler = observed({
  stage: 'allocate',
  run: (event: AllocateEvent) => {
    opened ??= createHandler(openStore(process.env));
    return opened(event);
  },
  tell: ({ election, revision, outcomes }) => ({
    outcome: 'allocated',
    facts: { election, revision, ...outcomes },
  }),
  tellError: () => null,
});

let opened: ReturnType<typeof createHandler> | undefined;

async function readDefinition(store: Store, election: ElectionId, { definition }: ElectionState) {
  if (definition) return store.batches.definition(election, definition.batch);
  throw new AllocateError(
    'definition-missing',
    `election ${election} has no definition: upload uploads/${election}/election.json`,
  );
}

async function readTotals(store: Store, election: ElectionId, state: ElectionState): Promise<AreaTotals[]> {
  const parts = filesOfKind(state, 'results').map(({ batch }) => store.batches.totals(election, batch));
  return (await Promise.all(parts)).flat();
}

/** Lists are short (thousands, where stations are millions): all of them are in memory at once. */
async function readCandidates(
  store: Store,
  election: ElectionId,
  state: ElectionState,
): Promise<Candidate[]> {
  const parts = filesOfKind(state, 'candidates').map(({ batch }) =>
    store.batches.candidates(election, batch),
  );
  return (await Promise.all(parts)).flat();
}

function readRegisters(store: Store, election: ElectionId, state: ElectionState): Promise<BatchHeader[]> {
  return Promise.all(filesOfKind(state, 'stations').map((entry) => readHeader(store, election, entry)));
}

async function readHeader(
  store: Store,
  election: ElectionId,
  { file, batch }: Accepted,
): Promise<BatchHeader> {
  const header = await store.batches.header(election, batch);
  if (header) return header;
  throw new StoreError(
    'batch-missing',
    `batch ${batch} of ${file} in ${election} is in the ledger but not in the table`,
  );
}

/**
 * The records of an area from the files that hold any of it; their headers, which say so, are read when the first is asked for, but for those of the
 * registers, which are there.
 */
function recordsOf(
  store: Store,
  election: ElectionId,
  state: ElectionState,
  registers: BatchHeader[],
): AreaRecords {
  const { batches } = store;
  const headers = new Map<Accepted['kind'], Promise<BatchHeader[]>>([
    ['stations', Promise.resolve(registers)],
  ]);
  const holding = async (kind: Accepted['kind'], area: AreaId) => {
    const read =
      headers.get(kind) ??
      Promise.all(filesOfKind(state, kind).map((entry) => readHeader(store, election, entry)));
    headers.set(kind, read);
    return (await read).filter(({ areas }) => areas.some((one) => one.area === area));
  };
  const ofArea = async <Item>(
    kind: Accepted['kind'],
    area: AreaId,
    read: (batch: BatchId) => Promise<Item[]>,
  ) => (await Promise.all((await holding(kind, area)).map(({ batch }) => read(batch)))).flat();
  const stations = (area: AreaId) =>
    ofArea('stations', area, (batch) => batches.stations(election, batch, area));
  const voters = votersByArea(registers);
  return {
    stations,
    voters: async (area) => voters.get(area) ?? (voters.has(area) ? null : votersOf(await stations(area))),
    protocols: (area) => ofArea('results', area, (batch) => batches.protocols(election, batch, area)),
  };
}
