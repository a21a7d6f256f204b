import type { Check } from '../check.ts';
import type { SiteEvidence } from './evidence.ts';
import { keys } from './keys.ts';
import { others } from './others.ts';
import { pages } from './pages.ts';
import { root } from './root.ts';

/** What is checked of the root of a site, once its elections have been. */
export const siteChecks: readonly Check<SiteEvidence>[] = [root, pages, keys, others];
