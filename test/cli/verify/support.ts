import { createHash } from 'node:crypto';
import { ReleaseDefect } from '../../../cli/release/defect.ts';
import type { ReleaseFolder } from '../../../cli/release/folder.ts';
import type { Check } from '../../../cli/verify/check.ts';
import { type Evidence, evidenceIn } from '../../../cli/verify/evidence.ts';
import { type Verdict, verify } from '../../../cli/verify/verify.ts';
import { createHandler as createAllocate } from '../../../functions/allocate/handler.ts';
import type { Plurality } from '../../../functions/model/generated/election.ts';
import type { Rejected } from '../../../functions/model/ledger.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import { createHandler as createPublish } from '../../../functions/publish/handler.ts';
import { createHandler as createValidate } from '../../../functions/validate/handler.ts';
import { filesOf, readExample } from '../../examples/reading.ts';
import { aFullElection, aProtocol, aSetting, candidates, north, register } from '../../publish/setting.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  electionId,
  optionId,
} from '../../support/builders.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { eventOf } from '../../validate/handler/pipeline.ts';

/** The files of a release by path; beside them, under its own name, the text of latest.json. */
export interface Release {
  readonly files: ReadonlyMap<string, string>;
  readonly pointer: string;
  /** Those of its files that are no text: compressed, or in columns. */
  readonly binary: ReadonlyMap<string, Uint8Array>;
  /** The log beside it, by path as `log/checkpoint`. */
  readonly log: ReadonlyMap<string, Uint8Array>;
  /** Text of the index.json beside it. */
  readonly index: string;
  /** Text of the versions.json beside it. */
  readonly versions: string;
}

/** The release of `aFullElection`: a list contest by station, complete, and a council seat of which nothing has come. */
export async function aRelease(): Promise<Release> {
  const { store, release } = await aFullElection();
  await release();
  return releaseIn(store, 'xx-2024');
}

/** The release while the count goes on: of the south, only the voters on the list of its station are known. */
export async function anUnfinishedRelease(): Promise<Release> {
  const { store, accept, release } = aSetting();
  await accept('election.json', { kind: 'definition', definition: anElection() });
  await accept('stations/all.csv', { kind: 'stations', stations: register });
  await accept('candidates/lists.csv', { kind: 'candidates', candidates });
  await accept('results/list/north.csv', { kind: 'results', protocols: north.slice(0, 2) });
  await accept('results/list/lists.csv', {
    kind: 'results',
    protocols: [aProtocol('S', 'st4', { registered: 510 })],
  });
  await release();
  return releaseIn(store, 'xx-2024');
}

/** The release after a correction, which changed one protocol of three of the north, and with a file of the south rejected. */
export async function aCorrectedRelease(): Promise<Release> {
  const { store, accept, enter, release } = await aFullElection();
  const [first, ...others] = north;
  if (!first) throw new RangeError('the north has protocols');
  const values = new Map(
    [...first.values].map(([field, { count }]) => [field, { count: count + 1, source: '' }]),
  );
  await enter(aRejection('results/list/south-2.csv', { area: areaId('S'), protocols: 3 }));
  await accept('results/list/north.csv', { kind: 'results', protocols: [{ ...first, values }, ...others] });
  await release();
  return releaseIn(store, 'xx-2024');
}

function aRejection(file: string, found: Rejected['areas'][number]): Rejected {
  return {
    type: 'rejected',
    file,
    versionId: 'v1',
    sha256: sha256(file),
    bytes: 100,
    sequencer: '01',
    kind: 'results',
    contest: contestId('list'),
    codes: ['count-not-whole'],
    errors: 1,
    areas: [found],
  };
}

/** The release with a council under `plurality`: X has ten votes in each region, Y and Z have five. */
export async function releaseOfCouncil(plurality: Plurality): Promise<Release> {
  const { systems } = anElection();
  const options = ['X', 'Y', 'Z'].map((id) => ({
    id: optionId(id),
    kind: 'candidate' as const,
    name: { en: `Candidate ${id}` },
  }));
  const contests = [councilContest({ options })];
  const definition = anElection({ systems: { ...systems, plurality }, contests });
  const protocols = ['N', 'S'].map(
    (area): Protocol => ({
      ...aProtocol(area, 'st1', { X: 10, Y: 5, Z: 5 }),
      contest: contestId('council'),
      station: null,
    }),
  );
  const { store, accept, release } = aSetting();
  await accept('election.json', { kind: 'definition', definition });
  await accept('results/council/all.csv', { kind: 'results', protocols });
  await release();
  return releaseIn(store, 'xx-2024');
}

/** The release of one of the examples, through the three stages on the store in memory. */
export async function exampleRelease(name: string): Promise<Release> {
  const [store, election] = [memoryStore(), electionId(name)];
  const validate = createValidate(store);
  const files = filesOf(name).filter((file) => file !== 'election.json');
  for (const [index, file] of ['election.json', ...files].entries()) {
    const [key, version] = [`uploads/${name}/${file}`, `v${index + 1}`];
    store.seedUpload(key, version, readExample(name, file));
    const { outcome } = await validate(eventOf(key, version, String(index + 1).padStart(4, '0')));
    if (outcome !== 'accepted') throw new Error(`${file}: ${outcome}`);
  }
  const { revision } = await createAllocate(store)({ election });
  const now = () => '2024-03-11T00:00:00.000Z';
  await createPublish(store, { codeVersion: '0.1.0', now, site: null })({ election, revision });
  return releaseIn(store, name);
}

/** The release with other texts in some files; undefined takes a file away. */
export function changed(
  { files, ...around }: Release,
  texts: Readonly<Record<string, string | undefined>>,
): Release {
  const others = new Map(files);
  for (const [path, text] of Object.entries(texts))
    if (text === undefined) others.delete(path);
    else others.set(path, text);
  return { files: others, ...around };
}

/** The same with manifest, checksums and pointer made to fit, as somebody would who wants a change to go unnoticed. */
export function sealed({ files, pointer, ...around }: Release): Release {
  const { binary } = around;
  const others = new Map(files);
  const manifest = JSON.parse(files.get('manifest.json') ?? '');
  for (const file of manifest.files) {
    const bytes = Buffer.from(binary.get(file.path) ?? files.get(file.path) ?? '');
    Object.assign(file, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  others.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = [...others, ...binary]
    .filter(([path]) => !path.startsWith('SHA256SUMS'))
    .map(([path, text]) => `${sha256(text)}  ${path}\n`);
  others.set('SHA256SUMS', sums.join(''));
  const latest = { ...JSON.parse(pointer), manifest: sha256(others.get('manifest.json') ?? '') };
  return { files: others, pointer: `${JSON.stringify(latest, null, 2)}\n`, ...around };
}

/** What the checks (all of them unless given) say of a release. */
export async function verdictsOn(release: Release, checks?: readonly Check[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for await (const verdict of verify(evidenceOf(release), checks)) verdicts.push(verdict);
  return verdicts;
}

/** What the checks look at in a release. */
export function evidenceOf({ files, binary, pointer }: Release): Evidence {
  return evidenceIn(memoryFolder(new Map<string, string | Uint8Array>([...binary, ...files])), pointer);
}

/** The first difference that the checks find, as `file at`, with what was expected and found; null when all hold. */
export async function firstDifference(
  release: Release,
  checks?: readonly Check[],
  evidence: Evidence = evidenceOf(release),
) {
  for await (const verdict of verify(evidence, checks))
    if (verdict.status === 'differs') return { check: verdict.check, ...verdict.difference };
  return null;
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Files in memory, in pieces that end in the middle of rows and characters. */
export function memoryFolder(files: ReadonlyMap<string, string | Uint8Array>): ReleaseFolder {
  return {
    path: 'memory',
    size: async (file) => {
      const text = files.get(file);
      return text === undefined ? null : Buffer.from(text).length;
    },
    async *read(file) {
      const text = files.get(file);
      if (text === undefined)
        throw new ReleaseDefect({ file, at: '', expected: 'a file of the release', found: 'no such file' });
      const bytes = Buffer.from(text);
      for (let start = 0; start < bytes.length; start += 997) yield bytes.subarray(start, start + 997);
    },
    list: async () => [...files.keys()].sort(),
  };
}

function releaseIn(store: MemoryStore, election: string): Release {
  const root = `elections/${election}/`;
  const texts = [...store.files()].map(([key, bytes]) => [key, new TextDecoder().decode(bytes)] as const);
  const beside = (name: string) => texts.find(([key]) => key === `${root}${name}`)?.[1] ?? '';
  const [pointer, index, versions] = [beside('latest.json'), beside('index.json'), beside('versions.json')];
  const folder = `${root}${JSON.parse(pointer).version}/`;
  const isBinary = (key: string) => /\.(gz|parquet|xlsx)$/.test(key);
  const files = texts.filter(([key]) => key.startsWith(folder) && !isBinary(key));
  const log = [...store.files()].flatMap(([key, bytes]) =>
    key.startsWith(`${root}log/`) ? [[key.slice(root.length), bytes] as const] : [],
  );
  const binary = [...store.files()].flatMap(([key, bytes]) =>
    key.startsWith(folder) && isBinary(key) ? [[key.slice(folder.length), bytes] as const] : [],
  );
  return {
    pointer,
    index,
    versions,
    binary: new Map(binary),
    log: new Map(log),
    files: new Map(files.map(([key, text]) => [key.slice(folder.length), text])),
  };
}
