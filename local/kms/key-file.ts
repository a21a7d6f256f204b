import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError, messageOf, systemCode } from '../errors.ts';

/**
 * The Ed25519 key of that name in a folder (PKCS #8 in PEM), which only its owner may read. Made when it is not there: then it is whole on
 * disk before it has its name, and of two that are made at once one is kept. Throws `key-unreadable`.
 */
export async function keyIn(folder: string, name: string): Promise<KeyObject> {
  const file = join(folder, `${name}.pem`);
  return (await read(file)) ?? make(folder, file);
}

async function read(file: string): Promise<KeyObject | null> {
  try {
    const key = createPrivateKey(await readFile(file));
    if (key.asymmetricKeyType !== 'ed25519')
      throw new TypeError(`it is of the kind ${key.asymmetricKeyType}`);
    await chmod(file, 0o600);
    return key;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new LocalError(
      'key-unreadable',
      `${file} is not the Ed25519 key that releases are signed with: ${messageOf(error)}. Restore it from a copy. ` +
        'Without one, move it away: the next start makes a new key, and readers need the new minisign.pub.',
      { cause: error },
    );
  }
}

async function make(folder: string, file: string): Promise<KeyObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await read(file)) ?? privateKey;
}
