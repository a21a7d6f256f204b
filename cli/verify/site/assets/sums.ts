import { signaturePath, sumsComment, sumsPath } from '../../../../functions/publish/site/explorer-sums.ts';
import {
  readPublicKey,
  readSignature,
  shownKeyId,
  signatureText,
  verifyMinisign,
} from '../../../../functions/publish/verify/signature/minisign.ts';
import { ReleaseDefect, shown } from '../../../release/defect.ts';
import { decoded } from '../../../release/documents.ts';
import { keyFor } from '../../election/key.ts';
import type { SiteEvidence } from '../evidence.ts';

/** The checksums of one build of the explorer, and who signed them. */
export interface KnownSums {
  readonly path: string;
  /** Id of the key, as minisign shows it. */
  readonly signer: string;
  /** SHA-256 by path from the root of the site, hexadecimal. */
  readonly files: ReadonlyMap<string, string>;
}

/** The checksums of the explorer that a file is, or is the signature of, by its path: whoever takes away the one is found by the other. */
export function sumsNamedBy(path: string): readonly string[] {
  const [, sums] = /^(assets\/[0-9a-f]{16}\.sha256sums)(?:\.minisig)?$/.exec(path) ?? [];
  return sums === undefined ? [] : [sums];
}

/**
 * Checksums of the explorer: signed as the key says that was given, else the one that the site keeps under its id; named after their signature. Throws
 * ReleaseDefect where they are not.
 */
export async function readSums(evidence: SiteEvidence, path: string): Promise<KnownSums> {
  const sums = await evidence.asset(path);
  if (sums === null) throw defect(path, 'the checksums of a build of the explorer', 'no such file');
  const { file, text, signer } = await signatureOf(evidence, path);
  const key = await keyOf(evidence, signer, file);
  const verdict = await verifyMinisign(sums, text, key);
  // The signature is the one that the name is of: it is the checksums that do not fit.
  if (!verdict.holds) throw defect(path, `what ${file} signs`, verdict.reason);
  const words = verdict.trustedComment.split('\t');
  if (sumsComment.some((word, place) => words[place] !== word))
    throw defect(
      file,
      `a trusted comment that begins with ${sumsComment.join(', ')}`,
      shown(verdict.trustedComment),
    );
  return { path, signer, files: filesIn(decoded(sums, path), path) };
}

/** The signature of checksums, which those are named after. `signer` is the id of the key that it names. */
async function signatureOf(
  { asset }: SiteEvidence,
  sums: string,
): Promise<{ readonly file: string; readonly text: string; readonly signer: string }> {
  const file = signaturePath(sums);
  const bytes = await asset(file);
  if (bytes === null) throw defect(file, `a signature of ${sums}`, 'no such file');
  const text = decoded(bytes, file);
  const signed = readSignature(text);
  if (!signed || signatureText(signed) !== text)
    throw defect(file, 'a signature as Sailau writes it', 'another text');
  if (sumsPath(text) !== sums) throw defect(file, 'the signature that the name is of', 'another');
  return { file, text, signer: shownKeyId(signed.keyId) };
}

/** Text of the key to check the signature in `file` with: that of this id, and no other. */
async function keyOf({ site, key: given }: SiteEvidence, signer: string, file: string): Promise<string> {
  const key = await keyFor(signer, given, site);
  const known = key && readPublicKey(key.text);
  if (known && shownKeyId(known.id) === signer) return key.text;
  const expected =
    given === null ? 'a signature by a key of the site' : 'a signature by the key that you gave';
  throw defect(file, expected, `one by key ${signer}`);
}

function filesIn(text: string, path: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').slice(0, -1);
  const entries = lines.flatMap((line) => {
    const [, hash, file] = /^([0-9a-f]{64}) {2}(assets\/[A-Za-z0-9_-]+\.(?:js|css))$/.exec(line) ?? [];
    return hash === undefined || file === undefined ? [] : [[file, hash] as const];
  });
  if (text.endsWith('\n') && entries.length === lines.length) return new Map(entries);
  throw defect(path, 'a line of SHA-256 and path for each file of the explorer', 'another text');
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
