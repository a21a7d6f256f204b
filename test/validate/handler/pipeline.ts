import type { Report } from '../../../functions/model/generated/report.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { createHandler, type ValidateOptions } from '../../../functions/validate/handler.ts';
import { anElection, csv, electionId, registerCsv } from '../../support/builders.ts';
import { memoryStore } from '../../support/memory-store.ts';

export const election = electionId('xx-2024');
export const definition = JSON.stringify(anElection());
export const votes = csv('station,A,B', 'st1,5,6');

/** A store, its handler, and `upload`, which puts a version in the bucket and gives the event of it. */
export function pipeline(options?: ValidateOptions) {
  const store = memoryStore();
  const handle = createHandler(store, options);
  let uploads = 0;
  const seed = (file: string, content: string | Uint8Array, root = 'uploads/xx-2024') => {
    uploads += 1;
    const versionId = `v${uploads}`;
    store.seedUpload(`${root}/${file}`, versionId, content);
    return eventOf(`${root}/${file}`, versionId, uploads.toString(16).padStart(4, '0').toUpperCase());
  };
  const upload = (file: string, content: string | Uint8Array) => handle(seed(file, content));
  const state = async () => foldLedger(await store.ledger.read(election));
  const report = (file: string, versionId: string): Report | undefined =>
    store.reports().get(`reports/xx-2024/${file}/${versionId}/report.json`);
  return { store, handle, seed, upload, state, report };
}

export function eventOf(key: string, versionId: string, sequencer: string, mode = 'check') {
  const object = { key, size: 1, etag: 'e', 'version-id': versionId, sequencer };
  const detail = { bucket: { name: 'intake' }, object };
  return {
    mode,
    event: { time: `2024-03-10T00:00:0${versionId.at(-1)}Z`, 'detail-type': 'Object Created', detail },
  };
}

/** The same, with the definition and the register of `anElection` taken in. */
export async function ready() {
  const made = pipeline();
  await made.upload('election.json', definition);
  await made.upload('stations/register.csv', registerCsv);
  return made;
}
