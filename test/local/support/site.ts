import type { JsonObject } from '../../../local/json.ts';
import { type Site, startSite } from '../../../local/site/site.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { planStack } from '../../../local/template/plan.ts';
import { choosePrincipals } from '../../../local/template/principals.ts';
import { distribution, miniPipeline, writeAssembly } from './assembly.ts';

/** The site of the small pipeline over the object server at `s3`, on a port that the system chooses unless given. */
export async function startMiniSite(
  s3: string,
  { config = {}, resources = {}, port = 0 }: SiteDraft = {},
): Promise<Site> {
  const all = { ...miniPipeline(), Site: distribution(config), ...resources };
  const folder = await writeAssembly({ resources: all, handlers: { work: '' } });
  const principals = choosePrincipals(planStack(await loadAssembly(folder), '127.0.0.1'));
  return startSite({ distribution: principals.distribution, cors: principals.publication.cors, s3, port });
}

/** What is otherwise than in the small pipeline: of the distribution, of the stack. */
export interface SiteDraft {
  readonly config?: JsonObject;
  readonly resources?: JsonObject;
  readonly port?: number;
}
