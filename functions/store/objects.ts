/*
 * Every key of the two buckets. Pure: the command line and the local environment read it too, so nothing of the SDK comes in here.
 *
 * Intake bucket
 *   uploads/<election>/<file>                                  as people upload it, see model/upload.ts
 *   reports/<election>/<file>/<version id>/report.json         what became of that version
 *   reports/<election>/<file>/<version id>/report.csv          all of its findings
 *   reports/<election>/<file>/<version id>/report.md           the report as a page; report.kk.md, report.ru.md
 *
 * Publication bucket
 *   elections/<election>/<version>/<path>                      one file of a release, never changed
 *   elections/<election>/latest.json                           pointer to the newest release
 *   elections/<election>/log/checkpoint                        head of the transparency log (C2SP tlog-tiles)
 *   elections/<election>/log/checkpoints/<version>             the head as it was at a release, never changed
 *   elections/<election>/log/tile/…                            its tiles and entries, never changed
 *   elections/<election>/versions.json                         every release, and which were withdrawn
 *   elections/<election>/index.json                            its releases
 *   elections/index.json                                       all elections
 *   elections/<election>/index.html, index.kk.html, …          its page, made anew with every release
 *   index.html, index.kk.html, catalog.json, feed.xml, …       all elections, see functions/publish/site/site.ts
 *   assets/<name>-<hash>.js, .css                              the explorer, never changed
 *   assets/<hash>.sha256sums, .sha256sums.minisig              the checksums of one build of it, signed, never changed
 *   minisign.pub                                               the public key that releases are signed with
 *   keys/<id>.pub                                              it and those before it, by the id that a signature names
 */

/** Where uploads lie; the rule that starts the pipeline names the same prefix. */
export const uploadsPrefix = 'uploads/';

/** Where the reports on uploads lie. */
export const reportsPrefix = 'reports/';

/** Where the releases of all elections lie. */
export const electionsPrefix = 'elections/';

/** Where the explorer lies. */
export const assetsPrefix = 'assets/';

/** The metadata of an uploaded object that says why it was uploaded: header `x-amz-meta-reason`. */
export const reasonMetadata = 'reason';

/** The tag of an uploaded object version in which GuardDuty says what its malware scan has found. */
export const scanTag = 'GuardDutyMalwareScanStatus';

/** The index of the folder of all elections. */
export const electionsIndexKey = `${electionsPrefix}index.json`;

/** The public key of the installation, at the root of the publication bucket. */
export const publicKeyKey = 'minisign.pub';

/** Where the public keys lie that were ever signed with. */
export const keysPrefix = 'keys/';

/** Where a public key stays when another takes its place; `id` as minisign shows it, `E7620F1842B4E81F`. */
export function keptKeyKey(id: string): string {
  return `${keysPrefix}${id}.pub`;
}

/** How long caches may keep an object: a release never changes, a pointer does. */
export const cacheControl = {
  release: 'public, max-age=31536000, immutable',
  pointer: 'public, max-age=60',
  checkpoint: 'public, max-age=5',
} as const;

/** Key of an uploaded file; `file` is the part after `uploads/<election>/`. */
export function uploadKey(election: string, file: string): string {
  return `${uploadsPrefix}${election}/${file}`;
}

/** Key of the report on one version of an uploaded file. */
export function reportKey(election: string, file: string, versionId: string): string {
  return `${reportsPrefix}${election}/${file}/${versionId}/report.json`;
}

/** Key of the complete list of findings, beside the report. */
export function reportCsvKey(election: string, file: string, versionId: string): string {
  return `${reportsPrefix}${election}/${file}/${versionId}/report.csv`;
}

/** Key of the report as a page; the English one has the plain name. */
export function reportPageKey(election: string, file: string, versionId: string, language: string): string {
  const name = language === 'en' ? 'report.md' : `report.${language}.md`;
  return `${reportsPrefix}${election}/${file}/${versionId}/${name}`;
}

/** Folder of one release, from the root of the bucket, with a slash at the end. */
export function releasePrefix(election: string, version: string): string {
  return `${electionsPrefix}${election}/${version}/`;
}

/** Key of a file of a release; `path` as `results.csv` or `allocation/list.json`. */
export function releaseKey(election: string, version: string, path: string): string {
  return `${releasePrefix(election, version)}${path}`;
}

/** Key of the pointer to the newest release of an election. */
export function latestKey(election: string): string {
  return `${electionsPrefix}${election}/latest.json`;
}

/** Key of the list of all releases of an election. */
export function versionsKey(election: string): string {
  return `${electionsPrefix}${election}/versions.json`;
}

/** Where the log of an election lies, without slashes at the ends. */
export function logFolder(election: string): string {
  return `${electionsPrefix}${election}/log`;
}

/** Key of a file of the log of an election. */
export function logKey(election: string, path: string): string {
  return `${logFolder(election)}/${path}`;
}

/** Key of the index of an election's folder. */
export function electionIndexKey(election: string): string {
  return `${electionsPrefix}${election}/index.json`;
}

/** Key of a page of an election; `name` as `index.kk.html`. */
export function pageKey(election: string, name: string): string {
  return `${electionsPrefix}${election}/${name}`;
}

/** The media type of a file by the end of its name, with charset where it is text. */
export function mediaTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return mediaTypes.get(extension) ?? 'application/octet-stream';
}

// A compressed table is a file of its own, never a Content-Encoding: range readers would break.
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv; charset=utf-8'],
  ['gz', 'application/gzip'],
  ['json', 'application/json'],
  ['minisig', 'text/plain; charset=utf-8'],
  ['md', 'text/markdown; charset=utf-8'],
  ['ndjson', 'application/x-ndjson'],
  ['parquet', 'application/vnd.apache.parquet'],
  ['pub', 'text/plain; charset=utf-8'],
  ['sha256sums', 'text/plain; charset=utf-8'],
  ['txt', 'text/plain; charset=utf-8'],
]);
