import type { Check } from '../check.ts';
import { assets } from './assets/assets.ts';
import type { SiteEvidence } from './evidence.ts';
import { keys } from './keys.ts';
import { others } from './others.ts';
import { pages } from './pages.ts';
import { root } from './root.ts';

/** What is checked of the root of a site, once its elections have been: what pages load comes first, for each states its hash. */
export const siteChecks: readonly Check<SiteEvidence>[] = [assets, root, pages, keys, others];
