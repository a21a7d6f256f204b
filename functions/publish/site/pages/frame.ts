import { type InEvery, type Language, languageNames, languages } from '../../../model/text/languages.ts';
import type { RootFile } from '../site.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { pageTexts } from './text/texts.ts';

/** What a page loads of the explorer, and the signed checksums that vouch for all of it (functions/publish/site/explorer-sums.ts). */
export interface Assets {
  readonly script: Asset;
  readonly style: Asset;
  /** What a browser asks for at once, though the script would come to it later: by kind and language of the page, the order is that of the elements. */
  readonly ahead: Ahead<Asset>;
  /** Where the checksums lie, from the root of the site. */
  readonly sums: string;
}

/** The kinds of pages: of all elections, and of one. */
export type PageKind = 'home' | 'election';

/** Modules that a page of a kind in a language needs for its first view, beside the script. */
export type Ahead<Module> = Readonly<Record<PageKind, InEvery<readonly Module[]>>>;

/** A file that a page loads: where it lies from the root of the site, and its hash, without which a browser refuses it. */
export interface Asset {
  readonly path: string;
  /** As `sha384-…` (W3C Subresource Integrity). */
  readonly integrity: string;
}

/** What stands in a page. */
export interface PageParts {
  readonly kind: PageKind;
  readonly language: Language;
  /** The way from the page to the root, as `../../`; empty for the root itself. */
  readonly root: string;
  readonly title: string;
  readonly description: string;
  readonly content: Part;
  /** Null for a page without the explorer. */
  readonly assets: Assets | null;
}

/** Name of the page of a language: the English one has the plain name. */
export function pageName(language: Language): string {
  return language === 'en' ? 'index.html' : `index.${language}.html`;
}

/** Names of the pages of all languages. */
export const pageNames: readonly string[] = languages.map(pageName);

/** A page in every language, by name. */
export function inEveryLanguage(write: (language: Language) => string): Map<string, RootFile> {
  return new Map(
    languages.map((language) => [
      pageName(language),
      { mediaType: 'text/html; charset=utf-8', text: write(language) },
    ]),
  );
}

/**
 * A page that is whole without a script: the explorer, where it runs, puts its own into `<main>`. No style and no script stands in it: the policy of the
 * site allows none.
 */
export function page(parts: PageParts): string {
  const { language, root, title, description, content, assets } = parts;
  const texts = pageTexts[language];
  return `<!doctype html>\n${
    markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="data:,">
${languages.map((one) => markup`<link rel="alternate" hreflang="${one}" href="${pageName(one)}">\n`)}<link rel="alternate" type="application/atom+xml" href="${root}feed.xml">
${assets && loading(parts, assets)}</head>
<body>
<header id="header">
<div class="bar">
<a class="brand" href="${root}${pageName(language)}">${texts.site}</a>
<nav class="languages">${languages.map((one) => switchTo(one, language))}</nav>
</div>
</header>
<main id="main">
${content}
</main>
<p id="status" class="loading" role="status"></p>
<footer id="footer">
<noscript><p>${texts.script}</p></noscript>
</footer>
</body>
</html>
`.text
  }`;
}

/**
 * The hints (`modulepreload`, `preload`) save a round trip for each step from script to part to part. The mode of the one for data is that of the request
 * by which site/data/fetch.ts takes it over.
 */
function loading({ kind, language, root }: PageParts, { script, style, sums, ahead }: Assets): Markup {
  return markup`<link rel="describedby" type="text/plain" href="${root}${sums}">
<link rel="stylesheet" href="${root}${style.path}" integrity="${style.integrity}">
<script type="module" src="${root}${script.path}" integrity="${script.integrity}"></script>
<link rel="preload" as="fetch" href="${pointers[kind]}" crossorigin>
${ahead[kind][language].map(({ path, integrity }) => markup`<link rel="modulepreload" href="${root}${path}" integrity="${integrity}">\n`)}`;
}

/** What the first view reads before it knows what else, beside the page. */
const pointers: Readonly<Record<PageKind, string>> = { home: 'catalog.json', election: 'latest.json' };

function switchTo(one: Language, shown: Language): Markup {
  return markup`<a href="${pageName(one)}" lang="${one}" hreflang="${one}"${one === shown && markup` aria-current="true"`}>${languageNames[one]}</a> `;
}
