import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { Latest } from '../../model/generated/latest.ts';
import type { Entry } from '../../model/ledger.ts';
import { foldLedger } from '../../model/state.ts';
import { statusOf } from '../figures/status.ts';
import { catalogJson } from './catalog.ts';
import { catalogJsonld } from './catalog-jsonld.ts';
import { atomFeed } from './feed/atom.ts';
import { jsonFeed } from './feed/json-feed.ts';
import { openapi } from './openapi.ts';
import { type Assets, pageNames } from './pages/frame.ts';
import { homePages } from './pages/home.ts';

/** What the root says about: all elections that have a release. */
export interface Site {
  /** Address of the root with a slash at the end; null where it is not known: then addresses are relative. */
  readonly base: string | null;
  /** Ordered by id. */
  readonly elections: readonly PublishedElection[];
}

/** An election with its releases. */
export interface PublishedElection {
  readonly definition: ElectionDefinition;
  /** Where `latest.json` points to. */
  readonly latest: Latest;
  /** Oldest first, the newest is that of `latest`. */
  readonly releases: readonly ReleaseNote[];
}

/** A release as the ledger knows it. */
export type ReleaseNote = Pick<Latest, 'version' | 'revision' | 'at' | 'status' | 'manifest' | 'path'>;

/** The releases up to the one that `latest` points to, from the ledger alone, oldest first. */
export function releaseNotes(ledger: readonly Entry[], latest: Latest): ReleaseNote[] {
  const finished = ledger.filter((entry) => entry.type === 'published');
  const newest = finished.findIndex(({ version }) => version === latest.version);
  return finished.slice(0, newest + 1).map(({ election, version, revision, manifest, at }) => ({
    version,
    revision,
    at: ledger.findLast((entry) => entry.type === 'publishing' && entry.version === version)?.at ?? at,
    status: statusOf({ state: foldLedger(ledger, revision) }).status,
    manifest,
    path: `elections/${election}/${version}/`,
  }));
}

/** A file at the root. */
export interface RootFile {
  readonly mediaType: string;
  readonly text: string;
}

/** The files at the root by name, each a function of the ledgers and of the address of the site. */
const rootKinds = new Map<string, { readonly mediaType: string; readonly describe: (site: Site) => string }>([
  ['catalog.json', { mediaType: 'application/json', describe: catalogJson }],
  ['catalog.jsonld', { mediaType: 'application/ld+json', describe: catalogJsonld }],
  ['feed.json', { mediaType: 'application/feed+json', describe: jsonFeed }],
  ['feed.xml', { mediaType: 'application/atom+xml', describe: atomFeed }],
  ['openapi.json', { mediaType: 'application/json', describe: openapi }],
]);

/** Names of the files at the root. */
export const rootNames: readonly string[] = [...rootKinds.keys(), ...pageNames];

/** All files at the root, by name; `assets` is where the explorer lies, null where it is not published. */
export function rootFiles(site: Site, assets: Assets | null = null): Map<string, RootFile> {
  return new Map<string, RootFile>([
    ...[...rootKinds].map(([name, { mediaType, describe }]): [string, RootFile] => [
      name,
      { mediaType, text: describe(site) },
    ]),
    ...homePages(site, assets),
  ]);
}
