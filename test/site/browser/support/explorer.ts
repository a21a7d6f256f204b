import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElectionDefinition } from '../../../../functions/model/generated/election.ts';
import { createHandler } from '../../../../functions/publish/handler.ts';
import { type Explorer, readExplorer } from '../../../../functions/publish/site/explorer.ts';
import { buildSite } from '../../../../site/build.ts';
import { aFullElection, election, type Setting } from '../../../publish/setting.ts';

/** The explorer, built, as the publish stage finds it beside its code. */
export function builtExplorer(): Explorer {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { files, ...loaded } = buildSite();
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const listing = { ...loaded, files: files.map(({ path, contentType }) => ({ path, contentType })) };
  writeFileSync(join(folder, 'site.json'), JSON.stringify(listing));
  const explorer = readExplorer(folder);
  if (!explorer) throw new Error(`${folder} holds no explorer`);
  return explorer;
}

/** A setting whose last revision is published with the explorer. */
export async function publishExplored(setting: Setting, explorer: Explorer): Promise<void> {
  const revision = await setting.allocate();
  await setting.publish(revision);
  const options = { codeVersion: '0.1.0', now: () => '2024-03-12T00:00:00.000Z', site: null, explorer };
  await createHandler(setting.store, options)({ election, revision });
}

/** An election with stations, published with the explorer. */
export async function anExploredElection(definition?: ElectionDefinition): Promise<Setting> {
  const setting = await aFullElection(definition);
  await publishExplored(setting, builtExplorer());
  return setting;
}
