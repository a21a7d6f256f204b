import { sha256 } from '@noble/hashes/sha2.js';
import { concat, fromBase64, sameBytes, toBase64, utf8 } from '../bytes.ts';
import { hashLength } from '../merkle.ts';
import { fails, type Verdict } from '../verdict.ts';
import { signatureLength, verifyEd25519 } from './ed25519.ts';

/** Whoever signs notes: a name, and an Ed25519 public key of 32 bytes. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** The head of a log: how many entries it has, and the root over them. */
export interface Checkpoint {
  /** Which log it is. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Checks a signed note (C2SP signed-note, signature type 1, Ed25519) and gives the text that was signed. */
export async function verifyNote(note: string, key: NoteKey): Promise<Verdict<{ readonly text: string }>> {
  const parts = splitNote(note);
  if (!parts) return fails('it is no signed note: a text, an empty line, and lines of signatures');
  const known = parts.signatures.filter(({ name, id }) => name === key.name && sameBytes(id, noteKeyId(key)));
  if (known.length === 0) return fails(`it has no signature by ${key.name} with this key`);
  for (const { signature } of known)
    if (!(await verifyEd25519(key.publicKey, utf8(parts.text), signature)))
      return fails(`the signature by ${key.name} does not fit the text`);
  return { holds: true, text: parts.text };
}

/** Checks a checkpoint (C2SP tlog-checkpoint) that the log signs under the name of its origin. */
export async function verifyCheckpoint(note: string, publicKey: Uint8Array): Promise<Verdict<Checkpoint>> {
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) return fails('it is no checkpoint: origin, size and root on a line each');
  const verdict = await verifyNote(note, { name: checkpoint.origin, publicKey });
  return verdict.holds ? { holds: true, ...checkpoint } : verdict;
}

/** What a checkpoint says, whoever signed it; null when it is none. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = note.split('\n');
  const hash = fromBase64(root);
  if (!isNoteName(origin) || !/^(0|[1-9][0-9]{0,15})$/.test(size) || hash?.length !== hashLength) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root: hash } : null;
}

/** The text of a checkpoint, ready to be signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A note with one signature. */
export function noteText(text: string, key: NoteKey, signature: Uint8Array): string {
  return `${text}\n— ${key.name} ${toBase64(concat(noteKeyId(key), signature))}\n`;
}

/** The text of a note without its signatures; null when it is no signed note. */
export function textOfNote(note: string): string | null {
  return splitNote(note)?.text ?? null;
}

/** Four bytes that tell keys apart: SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
export function noteKeyId({ name, publicKey }: NoteKey): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(1), publicKey)).slice(0, 4);
}

/** Whether a note may be signed under `name`: it has no spaces, no plus sign and no control characters. */
export function isNoteName(name: string): boolean {
  return name !== '' && !/[\s+\p{C}]/u.test(name);
}

// Sixteen have to be taken (C2SP); more would only make a reader work.
const mostSignatures = 64;

interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

function splitNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures || !lines.every((line) => line.startsWith('— '))) return null;
  return { text, signatures: lines.map(signatureOf).filter((signature) => signature !== null) };
}

// Signatures of other types have other lengths; a reader passes over what is not his.
function signatureOf(line: string): NoteSignature | null {
  const [, name, encoded, ...rest] = line.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || rest.length > 0 || bytes?.length !== 4 + signatureLength) return null;
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}
