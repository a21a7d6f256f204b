import {
  type AreaId,
  type ContestId,
  type ElectionId,
  isAreaId,
  isContestId,
  isElectionId,
} from '../../functions/model/ids.ts';
import { type Language, languages } from '../../functions/model/text/languages.ts';

/** The pages of the explorer; `home` is of all elections, every other of one. */
export const viewNames = [
  'home',
  'results',
  'area',
  'stations',
  'turnout',
  'certificate',
  'what-if',
  'findings',
  'files',
  'versions',
  'verify',
] as const;

/** One of them. */
export type ViewName = (typeof viewNames)[number];

/** What a page shows: all that is needed to show it again, and so what its address holds. */
export interface Address {
  readonly view: ViewName;
  /** Null on the page of all elections alone. */
  readonly election: ElectionId | null;
  readonly language: Language;
  /** A release that is not the newest; null for the newest. */
  readonly version: string | null;
  readonly contest: ContestId | null;
  readonly area: AreaId | null;
  readonly station: string | null;
  /** What a view is set to beside these, as `show` for the measure of a map: names of letters, short values. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Reads an address: the election is in the path (`elections/<id>/index.html`), the rest in the query. What cannot be is left out, so that
 * a mistyped link opens the nearest page that there is.
 *
 * @param root address of the root of the site, with a slash at the end
 * @param fallback the language where the address names none
 */
export function readAddress(url: URL, root: URL, fallback: Language): Address {
  const path = url.pathname.startsWith(root.pathname) ? url.pathname.slice(root.pathname.length) : '';
  const election = checked(/^elections\/([^/]+)\//.exec(path)?.[1], isElectionId);
  const query = url.searchParams;
  const asked = query.get('view') ?? 'results';
  const view = election === null ? 'home' : (viewNames.find((name) => name === asked) ?? 'results');
  return {
    view: election !== null && view === 'home' ? 'results' : view,
    election,
    language: languages.find((one) => one === query.get('lang')) ?? fallback,
    version: checked(query.get('version'), isVersion),
    contest: checked(query.get('contest'), isContestId),
    area: checked(query.get('area'), isAreaId),
    station: checked(query.get('station'), isShort),
    settings: Object.fromEntries([...query].filter(([name, value]) => isSetting(name) && isShort(value))),
  };
}

/** The address as a link; settings in the order of their names, so that one page has one address. */
export function writeAddress(address: Address, root: URL): string {
  const { view, election, language, version, contest, area, station, settings } = address;
  const url = new URL(election === null ? 'index.html' : `elections/${election}/index.html`, root);
  const named = Object.entries({
    view: view === 'home' || view === 'results' ? null : view,
    version,
    contest,
    area,
    station,
  });
  const others = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of [...named, ...others, ['lang', language] as const]) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

const named = new Set(['view', 'lang', 'version', 'contest', 'area', 'station']);

function isSetting(name: string): boolean {
  return /^[a-z]{1,20}$/.test(name) && !named.has(name);
}

function isShort(text: string): text is string {
  return text.length > 0 && text.length <= 200;
}

function isVersion(text: string): text is string {
  return /^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$/.test(text);
}

function checked<T extends string>(
  text: string | null | undefined,
  is: (text: string) => text is T,
): T | null {
  return text !== null && text !== undefined && is(text) ? text : null;
}
