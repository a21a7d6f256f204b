import { minisign } from '../../sign/minisign.ts';
import { utf8 } from '../../verify/bytes.ts';
import { document } from '../../write/blocks.ts';
import { documentFile, type Writing } from '../file.ts';
import { checksumsOf } from './checksums.ts';

/**
 * SHA256SUMS.minisig: who vouches for the release. It signs the checksums, and they cover every other file. Its trusted comment, signed
 * too, says of which election and version they are, so that nobody can pass off an old release as a new one.
 */
export const signature = documentFile({
  path: 'SHA256SUMS.minisig',
  mediaType: 'text/plain; charset=utf-8',
  description:
    'Signature of SHA256SUMS: `minisign -Vm SHA256SUMS -p minisign.pub` checks who published the release.',
  content: signed,
});

async function* signed(writing: Writing): AsyncGenerator<Uint8Array> {
  const { release, signer } = writing;
  const { election, version, at } = release;
  const comment = [
    `timestamp:${Math.floor(Date.parse(at) / 1000)}`,
    'file:SHA256SUMS',
    'hashed',
    `election:${election}`,
    `version:${version}`,
    `at:${at}`,
  ].join('\t');
  yield* document(await minisign(signer, utf8(checksumsOf(writing)), comment));
}
