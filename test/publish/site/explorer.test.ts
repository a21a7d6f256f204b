import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { minisignPublicKey } from '../../../functions/publish/sign/minisign.ts';
import {
  type ExplorerBuild,
  type PutAsset,
  placeBuild,
  readExplorer,
} from '../../../functions/publish/site/explorer.ts';
import { signaturePath, type Vouch } from '../../../functions/publish/site/explorer-sums.ts';
import { page } from '../../../functions/publish/site/pages/frame.ts';
import { markup } from '../../../functions/publish/site/pages/markup.ts';
import { verifyMinisign } from '../../../functions/publish/verify/signature/minisign.ts';
import { aBuild } from '../../support/explorer.ts';
import { signerOf } from '../../support/signer.ts';

const build = aBuild('1');
const vouch: Vouch = { signer: signerOf(1), codeVersion: '0.1.0' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sailau-explorer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a build that is placed', () => {
  test('is followed by its checksums, then by their signature, which says of what they are', async () => {
    const { put, placed } = bucket();

    const { sums } = await placeBuild(build, put, vouch);

    const signature = text(placed.get(signaturePath(sums)));
    const { text: key } = await minisignPublicKey(vouch.signer);
    expect([...placed.keys()]).toEqual([...build.files.map(({ path }) => path), sums, signaturePath(sums)]);
    expect(await verifyMinisign(placed.get(sums) ?? new Uint8Array(), signature, key)).toEqual({
      holds: true,
      trustedComment: 'project:sailau\tfiles:explorer\tversion:0.1.0',
    });
  });

  test('is checked by sha256sum at the root of the site', async () => {
    const { put, placed } = bucket();
    const { sums } = await placeBuild(build, put, vouch);
    write(placed);

    const checked = execFileSync('sha256sum', ['-c', sums], { cwd: folder, encoding: 'utf8' });

    expect(checked.match(/: OK$/gm)).toHaveLength(build.files.length);
    writeFileSync(join(folder, build.script), 'other');
    expect(() => execFileSync('sha256sum', ['-c', sums], { cwd: folder, stdio: 'ignore' })).toThrow();
  });

  test('is finished, byte for byte, by whoever comes after one that died at any file', async () => {
    const whole = bucket();
    const assets = await placeBuild(build, whole.put, vouch);
    for (let count = 0; count < whole.placed.size; count += 1) {
      const broken = bucket(count);

      await expect(placeBuild(build, broken.put, vouch)).rejects.toThrow('died');
      expect(await placeBuild(build, bucket(Infinity, broken.placed).put, vouch)).toEqual(assets);

      expect(broken.placed).toEqual(whole.placed);
    }
  });

  test.each<[string, ExplorerBuild, Vouch]>([
    ['another style', { ...build, files: [...aBuild('2').files.slice(2), ...build.files] }, vouch],
    ['another key', build, { ...vouch, signer: signerOf(2) }],
    ['another version of the code', build, { ...vouch, codeVersion: '0.2.0' }],
  ])('with %s has checksums under another name', async (_what, other, by) => {
    const [own, others] = [bucket(), bucket()];

    const { sums } = await placeBuild(build, own.put, vouch);

    expect((await placeBuild(other, others.put, by)).sums).not.toBe(sums);
  });

  test.each([0, 1, 2])('has to have what pages load: script, part and style', async (place) => {
    const without = { ...build, files: build.files.toSpliced(place, 1) };

    await expect(placeBuild(without, bucket().put, vouch)).rejects.toMatchObject({ code: 'explorer-broken' });
  });
});

test('an explorer is placed once in the life of a process, and again after a failure', async () => {
  const { files, ...loaded } = build;
  const listing = { ...loaded, files: files.map(({ path, contentType }) => ({ path, contentType })) };
  write(new Map(files.map(({ path, bytes }) => [path, bytes])));
  writeFileSync(join(folder, 'site.json'), JSON.stringify(listing));
  const explorer = readExplorer(folder);
  const [dying, { put, placed }] = [bucket(2), bucket()];

  await expect(explorer?.place(dying.put, vouch)).rejects.toThrow('died');
  const first = await explorer?.place(put, vouch);
  const second = await explorer?.place(bucket(0).put, vouch);

  expect(placed.size).toBe(5);
  expect(second).toEqual(first);
  expect(first).toEqual(await placeBuild(build, bucket().put, vouch));
});

test.each([
  ['says of no page what it needs', { ahead: undefined }],
  ['says it of one language alone', { ahead: { home: { en: [] }, election: { en: [] } } }],
  ['says it in other than paths', { ahead: { ...build.ahead, home: { en: [1], kk: [], ru: [] } } }],
])('a listing that %s is refused', (_what, changes) => {
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ ...build, files: [], ...changes }));

  expect(() => readExplorer(folder)).toThrow(expect.objectContaining({ code: 'explorer-broken' }));
});

test('a page hints at the parts that its first view needs, each with its hash, and at its pointer', async () => {
  const modules = ['a', 'b'].map((name) => ({ path: `assets/${name}-1.js`, integrity: `sha384-${name}` }));
  const placed = await placeBuild(build, bucket().put, vouch);
  const none = { en: [], kk: [], ru: [] };
  const assets = { ...placed, ahead: { home: none, election: { ...none, kk: modules } } };
  const parts = { title: '', description: '', content: markup``, assets };

  const election = page({ ...parts, kind: 'election', language: 'kk', root: '../../' });
  const home = page({ ...parts, kind: 'home', language: 'kk', root: '' });

  expect(election).toContain(`<link rel="preload" as="fetch" href="latest.json" crossorigin>
<link rel="modulepreload" href="../../assets/a-1.js" integrity="sha384-a">
<link rel="modulepreload" href="../../assets/b-1.js" integrity="sha384-b">
</head>`);
  expect(home).toContain(`<link rel="preload" as="fetch" href="catalog.json" crossorigin>
</head>`);
});

test('a page says by which hash a browser takes what it loads, and leads to the checksums', async () => {
  const { put, placed } = bucket();
  const assets = await placeBuild(build, put, vouch);

  const html = page({
    language: 'en',
    root: '../../',
    kind: 'election',
    title: '',
    description: '',
    content: markup``,
    assets,
  });

  write(placed);
  const hash = execFileSync('sh', ['-c', `openssl dgst -sha384 -binary ${build.script} | base64 -w0`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(html).toContain(
    `<script type="module" src="../../assets/app-1.js" integrity="sha384-${hash}"></script>`,
  );
  expect(html).toMatch(
    /<link rel="stylesheet" href="\.\.\/\.\.\/assets\/style-1\.css" integrity="sha384-[^"]{64}">/,
  );
  expect(html).toContain(`<link rel="describedby" type="text/plain" href="../../${assets.sums}">`);
});

/** A bucket in memory that takes `left` files; whoever puts one more dies. */
function bucket(left = Infinity, placed = new Map<string, Uint8Array>()) {
  const put: PutAsset = async (path, _type, bytes) => {
    if (placed.size >= left) throw new Error('died');
    if (placed.has(path)) expect(text(placed.get(path)), path).toBe(text(bytes));
    placed.set(path, Buffer.from(bytes));
  };
  return { put, placed };
}

function write(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? '').toString();
}
