import { beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../../../functions/publish/verify/bytes.ts';
import { minisignKey, publicKeyText } from '../../../../functions/publish/verify/signature/minisign.ts';
import type { ReadFile } from '../../../../site/compute/verify/read.ts';
import type { Step } from '../../../../site/compute/verify/step.ts';
import { type Claim, type Evidence, verifyNumber } from '../../../../site/compute/verify/verify.ts';
import { aFullElection, aProtocol, aSetting, election, type Setting } from '../../../publish/setting.ts';
import { signerOf } from '../../../support/signer.ts';

const folder = `elections/${election}/`;
const number: Claim = { election, version: '1.0.1', contest: 'list', area: 'S', station: 'st4', key: null };
const corrected = [
  aProtocol('S', 'st4', { registered: 500, cast: 251, invalid: 5, A: 151, B: 60, C: 25, 'against-all': 10 }),
];

/** Two releases: 1.0.1 corrects the protocol of st4. */
let setting: Setting;
let newest: number;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  setting = await aFullElection();
  await setting.release();
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: corrected });
  newest = await setting.allocate();
  await setting.publish(newest);
  files = new Map(setting.store.files());
});

/** What a server answers that shows these files, some of them changed or (null) taken away. */
function serving(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): ReadFile {
  const all = new Map<string, Uint8Array | null>(files);
  for (const [path, content] of Object.entries(changes))
    all.set(path, typeof content === 'string' ? utf8(content) : content);
  return async (path) => all.get(path) ?? null;
}

async function verified(
  read: ReadFile,
  claim: Claim = number,
): Promise<{ steps: Step[]; evidence: Evidence }> {
  const work = verifyNumber(read, claim);
  const steps: Step[] = [];
  for (;;) {
    const { done, value } = await work.next();
    if (done === true) return { steps, evidence: value };
    steps.push(value);
  }
}

function text(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

const outline = ({ steps }: { steps: readonly Step[] }) =>
  steps.map(({ step, state, detail }) => `${step} ${state} ${detail.code}`);

const allHold = [
  'file holds file-whole',
  'release holds release-named',
  'signature holds signed',
  'inclusion holds included',
  'newest holds newest',
  'consistency holds consistent',
];

describe('a number that was published verifies', () => {
  test('in the newest release', async () => {
    const found = await verified(serving());

    expect(outline(found)).toEqual(allHold);
    expect(found.evidence.protocol).toMatchObject({
      station: 'st4',
      counts: { cast: 251 },
      votes: { A: 151 },
    });
    expect(found.evidence.proof).toMatchObject({ index: 5, size: 7 });
  });

  test('in one before it, whose number was another', async () => {
    const found = await verified(serving(), { ...number, version: '1.0.0' });

    expect(outline(found)).toEqual(allHold);
    expect(found.evidence.protocol).toMatchObject({ counts: { cast: 250 } });
    expect(found.steps.at(-1)?.detail).toEqual({ code: 'consistent', from: 5, to: 7 });
  });

  test('after a change of keys, also before a release is signed by the new one', async () => {
    const { store } = setting;
    await aSetting({ ...store, signer: signerOf(2) }).publish(newest);
    const after = store.files();
    const read: ReadFile = async (path) => after.get(path) ?? null;

    expect(after.get('minisign.pub')).not.toEqual(files.get('minisign.pub'));
    expect(outline(await verified(read))).toEqual(allHold);
  });

  test('by a key that the reader brings', async () => {
    const key = publicKeyText(minisignKey(await signerOf(1).publicKey()));

    const { steps } = await verified(serving({ 'minisign.pub': null }), { ...number, key });

    expect(steps[2]?.detail).toMatchObject({ code: 'signed', own: true });
  });
});

describe('what was changed does not verify, and it is told what that is:', () => {
  test('a number in the file', async () => {
    const path = `${folder}1.0.1/areas/S.json`;
    const found = await verified(serving({ [path]: text(path).replaceAll('151', '951') }));

    expect(outline(found)).toEqual([
      'file fails hash-differs',
      ...allHold.slice(1, 3),
      'inclusion open earlier-failed',
      'newest open earlier-failed',
      'consistency holds consistent',
    ]);
    expect(found.steps[0]?.detail).toMatchObject({ file: path });
    expect(found.evidence).toEqual({ protocol: null, proof: null });
  });

  test('a number, and the checksums with it: the signature tells', async () => {
    const path = `${folder}1.0.1/areas/S.json`;
    const forged = text(path).replaceAll('151', '951');
    const read = serving({
      [path]: forged,
      [`${folder}1.0.1/SHA256SUMS`]: await resummed('areas/S.json', forged),
    });

    const found = await verified(read);

    expect(outline(found).slice(0, 4)).toEqual([
      'file holds file-whole',
      'release holds release-named',
      'signature fails signature-wrong',
      'inclusion fails logged-otherwise',
    ]);
  });

  test('the manifest that is shown to others', async () => {
    const path = `${folder}versions.json`;
    const manifest = JSON.parse(text(path)).releases[0].manifest;
    const found = await verified(serving({ [path]: text(path).replaceAll(manifest, 'ab'.repeat(32)) }));

    expect(outline(found)).toEqual([
      allHold[0],
      'release fails hash-differs',
      ...allHold.slice(2, 4),
      'newest fails other-release',
      allHold[5],
    ]);
  });

  test('the release, for an older one', async () => {
    const older = Object.fromEntries(
      ['SHA256SUMS', 'SHA256SUMS.minisig', 'manifest.json', 'areas/S.json'].map((file) => [
        `${folder}1.0.1/${file}`,
        files.get(`${folder}1.0.0/${file}`) ?? null,
      ]),
    );
    const { steps } = await verified(serving(older));

    expect(steps.map(({ state, detail }) => `${state} ${detail.code}`)).toEqual([
      'holds file-whole',
      'fails hash-differs',
      'fails signed-as-another',
      'fails logged-otherwise',
      'open earlier-failed',
      'holds consistent',
    ]);
  });

  test('the key', async () => {
    const key = publicKeyText(minisignKey(await signerOf(2).publicKey()));
    const found = await verified(serving(), { ...number, key });

    expect(outline(found).filter((line) => line.includes('fails'))).toEqual([
      'signature fails signature-wrong',
      'inclusion fails signature-wrong',
      'consistency fails signature-wrong',
    ]);
  });

  test('the entries of the log', async () => {
    const path = `${folder}log/tile/entries/000.p/7`;
    const bytes = Buffer.from(
      Buffer.from(files.get(path) ?? [])
        .toString('latin1')
        .replace('"A":151', '"A":951'),
      'latin1',
    );
    const found = await verified(serving({ [path]: bytes }));

    expect(outline(found)).toContain('inclusion fails logged-otherwise');
  });

  test('the tiles of the log', async () => {
    const path = `${folder}log/tile/0/000.p/7`;
    const bytes = files.get(path)?.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) ?? null;
    const found = await verified(serving({ [path]: bytes }));

    expect(outline(found).slice(3)).toEqual([
      'inclusion fails proof-wrong',
      'newest open earlier-failed',
      'consistency holds consistent',
    ]);
  });

  test('the log, cut back to where it stood before the correction', async () => {
    const read = serving({
      [`${folder}log/checkpoint`]: files.get(`${folder}log/checkpoints/1.0.0`) ?? null,
    });

    const { steps } = await verified(read);

    expect(steps.at(-1)).toMatchObject({ state: 'fails', detail: { code: 'log-rewritten', from: 7, to: 5 } });
  });

  test('the comment of the signature', async () => {
    const path = `${folder}1.0.1/SHA256SUMS.minisig`;
    const { steps } = await verified(
      serving({ [path]: text(path).replace('version:1.0.1', 'version:1.0.9') }),
    );

    expect(steps[2]).toMatchObject({
      state: 'fails',
      detail: { code: 'signature-wrong', reason: 'the trusted comment was changed' },
    });
  });
});

describe('what is missing is named:', () => {
  test.each<[string, string, string]>([
    ['1.0.1/areas/S.json', 'file fails missing', 'elections/xx-2024/1.0.1/areas/S.json'],
    ['1.0.1/SHA256SUMS.minisig', 'signature fails missing', 'elections/xx-2024/1.0.1/SHA256SUMS.minisig'],
    ['log/checkpoints/1.0.1', 'inclusion fails missing', 'elections/xx-2024/log/checkpoints/1.0.1'],
    ['log/tile/entries/000.p/7', 'inclusion fails log-unreadable', 'tile/entries/000.p/7'],
    ['log/checkpoint', 'consistency fails missing', 'elections/xx-2024/log/checkpoint'],
  ])('%s', async (path, line, file) => {
    const found = await verified(serving({ [`${folder}${path}`]: null }));

    expect(outline(found)).toContain(line);
    expect(JSON.stringify(found.steps)).toContain(file);
  });

  test('a station that has not reported', async () => {
    const { steps } = await verified(serving(), { ...number, station: 'st9' });

    expect(steps[0]).toMatchObject({ state: 'fails', detail: { code: 'no-protocol', file: 'areas/S.json' } });
  });

  test('a version that was never published', async () => {
    const found = await verified(serving(), { ...number, version: '7.0.0' });

    expect(outline(found)[0]).toBe('file fails missing');
  });
});

describe('what cannot be known stays open:', () => {
  test('nobody answers', async () => {
    const { steps } = await verified(async () => {
      throw new TypeError('Failed to fetch');
    });

    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(steps[0]?.detail).toEqual({ code: 'unreachable', file: `${folder}1.0.1/SHA256SUMS` });
  });

  test('a site that signs nothing and keeps no log', async () => {
    const none = [...files.keys()]
      .filter((path) => /minisig|\.pub$|\/log\//.test(path))
      .map((path) => [path, null] as const);
    const { steps } = await verified(serving(Object.fromEntries(none)));

    expect(steps.map(({ detail }) => detail.code)).toEqual([
      'file-whole',
      'release-named',
      'unsigned',
      'no-log',
      'earlier-failed',
      'no-log',
    ]);
  });
});

test('whatever a file says, it is answered by a step and never by an exception', async () => {
  const read = new Set<string>();
  await verified((path) => {
    read.add(path);
    return serving()(path);
  });

  for (const path of read)
    for (const content of ['', 'null', '{}', '{"releases":[null]}', '\u0000'])
      expect((await verified(serving({ [path]: content }))).steps).toHaveLength(6);

  expect(read.size).toBeGreaterThan(9);
});

async function resummed(path: string, content: string): Promise<string> {
  const { sha256 } = await import('../../../../functions/publish/write/hash.ts');
  return text(`${folder}1.0.1/SHA256SUMS`).replace(
    new RegExp(`[0-9a-f]{64}  ${path}`),
    `${sha256(content)}  ${path}`,
  );
}
