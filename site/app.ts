import { type Language, languages } from '../functions/model/text/languages.ts';
import { loadAhead } from './data/ahead.ts';
import { DataError } from './data/errors.ts';
import { openPublished } from './data/published.ts';
import { type Address, readAddress, writeAddress } from './frame/address.ts';
import { failure } from './frame/failure.ts';
import { rememberLeaving, returnToLink } from './frame/focus.ts';
import { frameOf, relinkLanguages } from './frame/frame.ts';
import { oldBrowserNotice, serves } from './frame/old-browser.ts';
import { loadTexts, type Texts } from './text/catalogue.ts';
import { formatOf } from './text/format.ts';
import type { Context } from './view.ts';
import { views } from './views/index.ts';

// The code lies in assets/ under the root, wherever the site is served from.
const root = new URL('../', import.meta.url);
const published = openPublished((url, init) => fetch(url, init), root);
let visit = 0;
/** The path and query of the page that is shown, or is being loaded. */
let shown = '';
/** The last texts that came; null before the first. */
let spoken: Spoken | null = null;

if (serves()) {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', restore);
  document.addEventListener('click', follow);
  show('first');
} else void loadTexts(documentLanguage()).then(({ frame }) => oldBrowserNotice(frame));

/**
 * How a page came up. The first one keeps the focus where the browser put it; a visit goes to the heading;
 * back goes to the link by which the page was left.
 */
type Arrival = 'first' | 'visit' | 'restore';

async function show(arrival: Arrival): Promise<void> {
  const mine = ++visit;
  shown = pageOf(location);
  const address = readAddress(new URL(location.href), root, preferredLanguage());
  // Texts, view and data are on their way at the same time: one after the other would be a second on a slow network.
  loadAhead(published, address);
  const code = loaded(views[address.view], address.view);
  code.catch(() => {});
  const { fault, ...words } = await wordsIn(address.language);
  if (mine !== visit) return;
  const context = contextOf(address, words);
  const frame = frameOf(context);
  frame.busy(true);
  let page: { readonly title: string; readonly content: Node };
  try {
    if (fault !== null) throw fault;
    page = await (await code).open(context);
  } catch (error) {
    page = failure(error, context, () => (error instanceof CodeMissing ? location.reload() : show('visit')));
  }
  // Somebody has gone on while this one was loading.
  if (mine !== visit) return;
  frame.show(page.title, page.content);
  frame.busy(false);
  if (arrival === 'visit' || (arrival === 'restore' && !returnToLink())) frame.arrive();
}

/** Back and forward. A link within a page, as that to the content, is a step of the history too: the page is there already. */
function restore(): void {
  if (pageOf(location) !== shown) void show('restore');
}

function pageOf({ pathname, search }: Location): string {
  return pathname + search;
}

/** A part of the explorer that did not come. The browser remembers that it did not: only a new document asks again. */
class CodeMissing extends DataError {}

async function loaded<T>(load: () => Promise<T>, path: string): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new CodeMissing('unreachable', path, { cause });
  }
}

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

/** The texts of a language; where they do not come, those at hand with what went wrong. Before the first there is nothing to say it with, and the published page stays. */
async function wordsIn(language: Language): Promise<Spoken & { readonly fault: CodeMissing | null }> {
  try {
    spoken = { language, texts: await loaded(() => loadTexts(language), language) };
    return { ...spoken, fault: null };
  } catch (fault) {
    if (spoken === null || !(fault instanceof CodeMissing)) throw fault;
    return { ...spoken, fault };
  }
}

/** @param words what the page is written in: not always what its address asks for */
function contextOf(address: Address, { language, texts }: Spoken): Context {
  const link: Context['link'] = (change) => writeAddress({ ...address, ...change }, root);
  return {
    address,
    language,
    texts,
    format: formatOf(language),
    published,
    link,
    go(change, how = 'push') {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', link(change));
      if (how === 'push') return void show('visit');
      shown = pageOf(location);
      relinkLanguages((language) => link({ ...change, language }));
    },
  };
}

/** A link to another page of the explorer is followed without loading the document anew; all others are the browser's. */
function follow(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return;
  const url = new URL(link.href, location.href);
  if (url.origin !== root.origin || !isPage(url) || url.hash !== '') return;
  event.preventDefault();
  rememberLeaving(link);
  history.pushState(null, '', url);
  void show('visit');
}

function isPage({ pathname }: URL): boolean {
  const path = pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : null;
  return path !== null && /^(elections\/[^/]+\/)?(index\.html)?$/.test(path);
}

/** The language of the document where it says more than English, else the first of the reader's that there is. */
function preferredLanguage(): Language {
  const own = documentLanguage();
  if (own !== 'en') return own;
  const asked = navigator.languages.map((one) => one.slice(0, 2).toLowerCase());
  return asked.flatMap((one) => languages.find((language) => language === one) ?? [])[0] ?? own;
}

function documentLanguage(): Language {
  return languages.find((one) => one === document.documentElement.lang) ?? 'en';
}
