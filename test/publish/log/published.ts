import type { ReadLog } from '../../../functions/publish/verify/prove.ts';
import { type Checkpoint, readCheckpoint } from '../../../functions/publish/verify/signature/note.ts';
import { bundlePath, readBundle, tileWidth, widthAt } from '../../../functions/publish/verify/tiles.ts';
import { aProtocol, election, north, type Setting } from '../setting.ts';

const folder = `elections/${election}/log/`;

/** The protocols of the north, with one of them corrected. */
export const corrected = [
  aProtocol('N1', 'st2', {
    registered: 800,
    cast: 500,
    invalid: 10,
    A: 201,
    B: 199,
    C: 60,
    'against-all': 30,
  }),
  ...north.slice(1),
];

/** The files of the log of a setting by their path in it. */
export function logOf({ store }: Setting): Map<string, Uint8Array> {
  return new Map(
    [...store.files()]
      .filter(([key]) => key.startsWith(folder))
      .map(([key, bytes]) => [key.slice(folder.length), bytes] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The log that is published in the setting of the moment: its files, its head and its entries. */
export function logIn(setting: () => Setting) {
  const read: ReadLog = async (path) => logOf(setting()).get(path) ?? null;
  const text = (path: string) => new TextDecoder().decode(logOf(setting()).get(path));
  const head = (): Checkpoint => {
    const checkpoint = readCheckpoint(text('checkpoint'));
    if (!checkpoint) throw new Error('the log has no checkpoint');
    return checkpoint;
  };
  const entryBytes = async (): Promise<Uint8Array[]> => {
    const { size } = head();
    const files = logOf(setting());
    return Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) => {
      const width = widthAt(0, index, size);
      return readBundle(files.get(bundlePath(index, width)) ?? new Uint8Array(), width) ?? [];
    }).flat();
  };
  const entries = async (): Promise<object[]> =>
    (await entryBytes()).map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  return { read, text, head, entryBytes, entries };
}
