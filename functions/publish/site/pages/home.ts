import type { Language } from '../../../model/text/languages.ts';
import { byCodePoint, inLanguage } from '../../../model/text/text.ts';
import type { PublishedElection, RootFile, Site } from '../site.ts';
import { type Assets, inEveryLanguage, page, pageName } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { dayIn } from './numbers.ts';
import { pageTexts } from './text/texts.ts';

/** index.html of the root by language: all elections, the last one first. */
export function homePages(site: Site, assets: Assets | null): Map<string, RootFile> {
  return inEveryLanguage((language) => homePage(site, language, assets));
}

function homePage({ elections }: Site, language: Language, assets: Assets | null): string {
  const texts = pageTexts[language];
  const ordered = elections.toSorted(
    (a, b) =>
      byCodePoint(b.definition.date, a.definition.date) || byCodePoint(a.definition.id, b.definition.id),
  );
  return page({
    kind: 'home',
    language,
    root: '',
    title: texts.site,
    description: texts.lead,
    assets,
    content: markup`<h1>${texts.site}</h1>
<p class="lead">${texts.lead}</p>
<ul class="elections">
${ordered.map((one) => card(one, language))}</ul>`,
  });
}

function card({ definition, latest }: PublishedElection, language: Language): Markup {
  const texts = pageTexts[language];
  const { id, name, date, synthetic } = definition;
  return markup`<li>
<p><time datetime="${date}">${dayIn(date, language)}</time></p>
<h2><a href="elections/${id}/${pageName(language)}">${inLanguage(name, language)}</a></h2>
<p><span class="mark mark-${latest.status}">${texts.is[latest.status]}</span> ${texts.release} ${latest.version}</p>
${synthetic !== undefined && markup`<p><strong>${texts.synthetic.replace('{of}', () => synthetic.of)}</strong></p>\n`}</li>
`;
}
