import { byCodePoint, inLanguage } from '../../../model/text/text.ts';
import { factsOf } from '../../describe/facts.ts';
import { sha256 } from '../../write/hash.ts';
import type { PublishedElection, ReleaseNote, Site } from '../site.ts';

/** A release as news. */
export interface FeedItem {
  /** A URN that no other release anywhere has, and that stays wherever the site moves. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The page of the release for people. */
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  readonly tags: readonly string[];
}

/** A feed as both formats have it. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** When the newest item was released; the start of 1970 where there is none. */
  readonly at: string;
  /** Newest first, at most a hundred. */
  readonly items: readonly FeedItem[];
}

/** The last hundred releases of all elections. */
export function feedOf(site: Site): Feed {
  const items = site.elections
    .flatMap((election) =>
      election.releases.map((release, index) =>
        itemOf(site, election, release, election.releases[index - 1]?.version ?? null),
      ),
    )
    .sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(a.id, b.id))
    .slice(0, 100);
  return {
    id: urn(`sailau releases of ${site.base ?? ''}`),
    title: 'Election results: releases',
    at: items[0]?.at ?? '1970-01-01T00:00:00.000Z',
    items,
  };
}

/** An address of the site: absolute where the site knows its own. */
export function addressOf({ base }: Site, path: string): string {
  return `${base ?? ''}${path}`;
}

function itemOf(
  site: Site,
  { definition }: PublishedElection,
  release: ReleaseNote,
  previous: string | null,
): FeedItem {
  const { version, at, status, path, manifest } = release;
  const facts = factsOf(definition, { version, previous, at, status });
  const follows =
    previous === null ? 'The first release.' : `Follows ${previous}; changes.csv lists what differs.`;
  return {
    id: urn(`${definition.id} ${version} ${manifest}`),
    title: `${inLanguage(facts.title, 'en')}: ${version}, ${status}`,
    summary: `${inLanguage(facts.description, 'en')} ${follows} Manifest: SHA-256 ${manifest}.`,
    url: addressOf(site, `${path}README.md`),
    at,
    author: inLanguage(facts.creator.name, 'en'),
    tags: [definition.id, status],
  };
}

/** A UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of a name. */
function urn(name: string): string {
  const hash = sha256(name);
  const variant = (8 + (Number.parseInt(hash.charAt(16), 16) % 4)).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
