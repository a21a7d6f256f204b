import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { member } from '../../json.ts';
import type { Checksum, ChecksumAlgorithm, ChecksumType } from '../body/checksum.ts';
import { namedAlgorithm } from '../body/checksum.ts';
import type { BucketFolders } from './bucket.ts';
import { readIfThere, syncFolders, writeDurable } from './files.ts';
import { checksumOf, checksumType, pairsOf, parseObject, textOf, wholeOf } from './version.ts';

/** A multipart upload that was started: what the object will be. */
export interface Upload {
  readonly uploadId: string;
  readonly key: string;
  readonly initiated: string;
  readonly headers: readonly (readonly [string, string])[];
  /** The checksum asked for; undefined where the client asked for none. */
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly type: ChecksumType } | undefined;
}

/** A part of an upload; a part that is sent again replaces the earlier one. */
export interface Part {
  readonly number: number;
  /** The name of the file with its bytes, in the folder of the upload. */
  readonly file: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly lastModified: string;
  readonly checksum: Checksum | undefined;
}

const FACTS = 'upload.json';
const UPLOAD_ID = /^[0-9a-f]{32}$/;
const PART_FILE = /^(\d{5})\.json$/;

/** Starts an upload. Its folder appears complete, with its facts. */
export async function startUpload(folders: BucketFolders, facts: Omit<Upload, 'uploadId'>): Promise<Upload> {
  const upload = { uploadId: randomUUID().replaceAll('-', ''), ...facts };
  const making = join(folders.temporary, upload.uploadId);
  mkdirSync(making);
  await writeDurable(join(making, FACTS), `${JSON.stringify(upload, undefined, 2)}\n`);
  renameSync(making, uploadFolder(folders, upload.uploadId));
  await syncFolders([folders.uploads]);
  return upload;
}

/** The facts of an upload, or undefined where there is none of that id. */
export function uploadFacts(folders: BucketFolders, uploadId: string): Upload | undefined {
  if (!UPLOAD_ID.test(uploadId)) return undefined;
  const file = join(uploadFolder(folders, uploadId), FACTS);
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const damaged = new Error(`${file}: this file is damaged; remove its folder and upload again.`);
  const facts = parseObject(text, damaged);
  const algorithm =
    member(facts, 'checksum') === undefined
      ? undefined
      : parseObject(JSON.stringify(member(facts, 'checksum')), damaged);
  return {
    uploadId,
    key: textOf(facts, 'key', damaged),
    initiated: textOf(facts, 'initiated', damaged),
    headers: pairsOf(member(facts, 'headers'), damaged),
    checksum:
      algorithm === undefined
        ? undefined
        : {
            algorithm: namedAlgorithm(textOf(algorithm, 'algorithm', damaged)),
            type: checksumType(textOf(algorithm, 'type', damaged)),
          },
  };
}

/** Takes a stored body in as a part. The facts of the part decide which bytes count, so they are replaced last. */
export async function keepPart(
  folders: BucketFolders,
  uploadId: string,
  bytes: string,
  facts: Omit<Part, 'file'>,
): Promise<Part> {
  const folder = uploadFolder(folders, uploadId);
  const name = String(facts.number).padStart(5, '0');
  const part = { ...facts, file: `${name}.${randomUUID()}.bytes` };
  const before = partAt(folder, `${name}.json`);
  await rename(bytes, join(folder, part.file));
  await writeDurable(join(folder, `${part.file}.draft`), `${JSON.stringify(part)}\n`);
  await rename(join(folder, `${part.file}.draft`), join(folder, `${name}.json`));
  await syncFolders([folder]);
  if (before !== undefined) await rm(join(folder, before.file), { force: true });
  return part;
}

/** The parts of an upload, in the order of their numbers. */
export function partsOf(folders: BucketFolders, uploadId: string): Part[] {
  const folder = uploadFolder(folders, uploadId);
  return readdirSync(folder)
    .filter((name) => PART_FILE.test(name))
    .sort()
    .flatMap((name) => partAt(folder, name) ?? []);
}

/** Where the bytes of a part lie. */
export function partFile(folders: BucketFolders, uploadId: string, part: Part): string {
  return join(uploadFolder(folders, uploadId), part.file);
}

/** Removes an upload with its parts. It leaves its name first, so that a crash leaves nothing that looks like an upload. */
export async function dropUpload(folders: BucketFolders, uploadId: string): Promise<void> {
  const grave = join(folders.temporary, randomUUID());
  await mkdir(grave);
  await rename(uploadFolder(folders, uploadId), join(grave, uploadId));
  await rm(grave, { recursive: true });
}

function uploadFolder(folders: BucketFolders, uploadId: string): string {
  return join(folders.uploads, uploadId);
}

function partAt(folder: string, name: string): Part | undefined {
  const file = join(folder, name);
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const damaged = new Error(`${file}: this file is damaged; upload the part again.`);
  const facts = parseObject(text, damaged);
  return {
    number: wholeOf(facts, 'number', damaged),
    file: textOf(facts, 'file', damaged),
    size: wholeOf(facts, 'size', damaged),
    etag: textOf(facts, 'etag', damaged),
    lastModified: textOf(facts, 'lastModified', damaged),
    checksum: checksumOf(member(facts, 'checksum'), damaged),
  };
}
