import { createHandler as createAllocate } from '../../../functions/allocate/handler.ts';
import { createHandler as createPublish } from '../../../functions/publish/handler.ts';
import { createHandler as createValidate } from '../../../functions/validate/handler.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { eventOf } from '../../validate/handler/pipeline.ts';
import { electionNamed } from './carried.ts';

/** Everything that is published of an election whose every name is `text`, by key. */
export function publishedWith(text: string): Promise<Map<string, Uint8Array>> {
  return publishedFrom(electionNamed(text), text);
}

/** Everything that is published of these files, by key: validated, allocated and published by the real handlers. Throws where one is not accepted. */
export async function publishedFrom(
  files: readonly (readonly [file: string, content: string])[],
  reason = 'First count',
): Promise<Map<string, Uint8Array>> {
  const store = memoryStore();
  const validate = createValidate(store);
  let uploads = 0;
  for (const [file, content] of files) {
    uploads += 1;
    const [key, versionId] = [`uploads/xx-2024/${file}`, `v${uploads}`];
    store.seedUpload(key, versionId, content, undefined, reason);
    const { outcome } = await validate(eventOf(key, versionId, `000${uploads}`));
    if (outcome !== 'accepted') throw new Error(`${file} is ${outcome}: ${content}`);
  }
  const { revision } = await createAllocate(store)({ election: 'xx-2024' });
  const now = () => '2024-03-21T00:00:00.000Z';
  const publish = createPublish(store, { codeVersion: '0.1.0', now, site: 'https://data.example.org/' });
  await publish({ election: 'xx-2024', revision });
  return store.files();
}
