import { type Language, languageNames, languages } from '../../functions/model/text/languages.ts';
import { fragment, h } from '../dom.ts';
import type { Context } from '../view.ts';
import { type ViewName, viewNames } from './address.ts';

/** What stands around a page: head, pages of the election, language; and the place where the page goes. */
export interface Frame {
  busy(is: boolean): void;
  show(title: string, content: Node): void;
  /** After a visit: to the top, and the focus on the heading, so that a screen reader begins to read there. */
  arrive(): void;
}

/** Puts the frame of an address around `<main>`, or keeps the one that is there. */
export function frameOf(context: Context): Frame {
  const { texts, language } = context;
  document.documentElement.lang = language;
  const main = place('main', 'main');
  main.tabIndex = -1;
  place('header', 'header').replaceChildren(head(context));
  place('footer', 'footer').replaceChildren(foot(context));
  // On a phone the menu is longer than the screen.
  document.querySelector('.pages [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  const status = place('p', 'status');
  return {
    busy(is) {
      main.setAttribute('aria-busy', String(is));
      status.textContent = is ? texts.frame.loading : '';
    },
    show(title, content) {
      document.title = title;
      main.replaceChildren(content);
    },
    arrive() {
      scrollTo({ top: 0 });
      const heading = main.querySelector('h1');
      if (heading) heading.tabIndex = -1;
      (heading ?? main).focus({ preventScroll: true });
    },
  };
}

/** Lets the links to the other languages lead to another setting of the page that is shown. */
export function relinkLanguages(link: (language: Language) => string): void {
  for (const one of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    const language = languages.find((each) => each === one.lang);
    if (language) one.href = link(language);
  }
}

/** The element with an id that every published page has; made where it is missing. */
function place(name: 'header' | 'main' | 'footer' | 'p', id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found) return found;
  const made = h(name, id === 'status' ? { id, role: 'status', class: 'loading' } : { id });
  document.body.append(made);
  return made;
}

function head(context: Context): Node {
  const { address, texts } = context;
  const home = context.link({
    view: 'home',
    election: null,
    version: null,
    contest: null,
    area: null,
    station: null,
    settings: {},
  });
  return fragment(
    h('a', { class: 'skip', href: '#main' }, texts.frame.skip),
    h(
      'div',
      { class: 'bar' },
      h('a', { class: 'brand', href: home }, texts.frame.site),
      languageSwitch(context),
    ),
    address.election !== null && pages(context),
  );
}

function languageSwitch(context: Context): Node {
  const { language, texts } = context;
  return h(
    'nav',
    { class: 'languages', 'aria-label': texts.frame.language },
    languages.map((one) =>
      h(
        'a',
        {
          href: context.link({ language: one }),
          lang: one,
          hreflang: one,
          'aria-current': one === language ? 'true' : null,
        },
        languageNames[one],
      ),
    ),
  );
}

function pages(context: Context): Node {
  const { address, texts } = context;
  const shown = viewNames.filter((name): name is Exclude<ViewName, 'home'> => name !== 'home');
  return h(
    'nav',
    { class: 'pages', 'aria-label': texts.frame.menu },
    h(
      'ul',
      {},
      shown.map((view) =>
        h(
          'li',
          {},
          h(
            'a',
            {
              href: context.link({ view, settings: {} }),
              'aria-current': view === address.view ? 'page' : null,
            },
            texts.frame.views[view],
          ),
        ),
      ),
    ),
  );
}

function foot({ texts }: Context): Node {
  return fragment(h('p', {}, texts.frame.foot));
}
