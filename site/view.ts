import type { Language } from '../functions/model/text/languages.ts';
import type { Published } from './data/published.ts';
import type { Address } from './frame/address.ts';
import type { Texts } from './text/catalogue.ts';
import type { Format } from './text/format.ts';

/** What a view works with. */
export interface Context {
  readonly address: Address;
  readonly language: Language;
  readonly texts: Texts;
  readonly format: Format;
  /** The published files, each checked before it is given out. */
  readonly published: Published;
  /** The link to another page: what is not changed stays, the language always. */
  link(change: Partial<Address>): string;
  /** Goes there. `replace` for a setting that the page shows already: the address alone is another, without a step of the history. */
  go(change: Partial<Address>, how?: 'push' | 'replace'): void;
}

/** A page: what it loads, and what it makes of it. */
export interface ViewOf<Data> {
  /** Throws DataError where a file is missing, cannot be read, or is not what the manifest says. */
  load(context: Context): Promise<Data>;
  /** The title of the page, for the window and the history. */
  title(data: Data, context: Context): string;
  /** The content of `<main>`; its first heading is an `h1`. Called once a visit; what changes afterwards, the view changes itself. */
  render(data: Data, context: Context): Node;
}

/** A page that has hidden what it loads. */
export interface View {
  open(context: Context): Promise<{ readonly title: string; readonly content: Node }>;
}

/** Makes a view of its parts. */
export function defineView<Data>({ load, title, render }: ViewOf<Data>): View {
  return {
    async open(context) {
      const data = await load(context);
      return { title: title(data, context), content: render(data, context) };
    },
  };
}
