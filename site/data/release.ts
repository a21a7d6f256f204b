import type { AreaResults } from '../../functions/model/generated/area-results.ts';
import type { Certificate } from '../../functions/model/generated/certificate.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { Summary } from '../../functions/model/generated/summary.ts';
import type { AreaId, ContestId, ElectionId } from '../../functions/model/ids.ts';
import { isSummary } from '../../functions/publish/site/pages/summary-form.ts';
import { DataError } from './errors.ts';
import { checkHash, parseAs } from './fetch.ts';
import { isAreaIndex, isAreaResults, isCertificate, isDefinition, isManifest } from './forms.ts';

/** The files of one release. Each is given out only if its hash is the one in the manifest, whose own hash is in the pointer. */
export interface ReleaseFiles {
  readonly election: ElectionId;
  readonly version: string;
  /** What the pointer says now: whether this is the newest, and whether it was withdrawn. */
  readonly latest: Latest;
  readonly manifest: Manifest;
  /** Address of a file, for a link. */
  url(path: string): string;
  /** The bytes of a file, checked. Throws DataError `altered` where they are not those of the manifest, `missing` where it names none. */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The JSON of a file, checked twice: its bytes, then its form. */
  json<T>(path: string, is: (value: unknown) => value is T): Promise<T>;
  summary(): Promise<Summary>;
  definition(): Promise<ElectionDefinition>;
  certificate(contest: ContestId): Promise<Certificate>;
  /** The results of an area; its file is named by areas.json, which the manifest names. */
  area(area: AreaId): Promise<AreaResults>;
}

/** Opens a release whose manifest has the hash `manifest`. */
export async function openRelease(
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
  root: URL,
  {
    election,
    version,
    manifest: hash,
    latest,
  }: { election: ElectionId; version: string; manifest: string; latest: Latest },
): Promise<ReleaseFiles> {
  const folder = `elections/${election}/${version}/`;
  const manifestPath = `${folder}manifest.json`;
  const manifest = parseAs(
    await checkHash(await read(manifestPath), hash, manifestPath),
    manifestPath,
    isManifest,
  );
  const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  const bytes: ReleaseFiles['bytes'] = async (path) => {
    const expected = hashes.get(path);
    if (expected === undefined) throw new DataError('missing', `${folder}${path}`);
    return checkHash(await read(`${folder}${path}`), expected, `${folder}${path}`);
  };
  const json: ReleaseFiles['json'] = async (path, is) => parseAs(await bytes(path), `${folder}${path}`, is);
  return {
    election,
    version,
    latest,
    manifest,
    url: (path) => new URL(`${folder}${path}`, root).href,
    bytes,
    json,
    summary: () => json('summary.json', isSummary),
    definition: () => json('election.json', isDefinition),
    certificate: (contest) => json(`allocation/${contest}.json`, isCertificate),
    async area(area) {
      const { areas } = await json('areas.json', isAreaIndex);
      const entry = areas.find((one) => one.area === area);
      if (!entry) throw new DataError('missing', `${folder}areas/${area}.json`);
      const path = `${folder}${entry.path}`;
      return parseAs(await checkHash(await read(path), entry.sha256, path), path, isAreaResults);
    },
  };
}
