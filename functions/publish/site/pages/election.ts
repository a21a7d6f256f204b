import type { Latest } from '../../../model/generated/latest.ts';
import type { Summary } from '../../../model/generated/summary.ts';
import type { Language } from '../../../model/text/languages.ts';
import { inLanguage } from '../../../model/text/text.ts';
import type { RootFile } from '../site.ts';
import { contestSection } from './contest.ts';
import { type Assets, inEveryLanguage, page } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { dayIn } from './numbers.ts';
import { pageTexts } from './text/texts.ts';
import { isWeb } from './web.ts';

/** index.html of an election by language, from its pointer and the summary of the release that it names. */
export function electionPages(
  latest: Latest,
  summary: Summary,
  assets: Assets | null,
): Map<string, RootFile> {
  return inEveryLanguage((language) => electionPage(latest, summary, language, assets));
}

function electionPage(latest: Latest, summary: Summary, language: Language, assets: Assets | null): string {
  const texts = pageTexts[language];
  const name = inLanguage(summary.name, language);
  return page({
    kind: 'election',
    language,
    root: '../../',
    title: name,
    description: `${name}, ${dayIn(summary.date, language)}`,
    assets,
    content: markup`<h1>${name}</h1>
<p class="lead"><time datetime="${summary.date}">${dayIn(summary.date, language)}</time></p>
${warnings(latest, summary, language)}${facts(latest, summary, language)}
${summary.contests.map((contest) => contestSection(contest, language))}<h2>${texts.download}</h2>
<p>${texts.downloadText}</p>
<ul>
${main.map((file) => markup`<li><a href="${latest.version}/${file}">${file}</a></li>\n`)}<li><a href="${latest.version}/index.json">${texts.files}</a></li>
</ul>
${notes(summary, language)}`,
  });
}

// What every release has.
const main = ['results.csv', 'totals.csv', 'seats.csv', 'README.md', 'SHA256SUMS', 'SHA256SUMS.minisig'];

function warnings({ withdrawn, version }: Latest, { synthetic }: Summary, language: Language): Markup {
  const texts = pageTexts[language];
  const withdrawal = withdrawn.find((one) => one.version === version);
  return markup`${withdrawal !== undefined && markup`<p class="notice notice-alarm">${texts.withdrawn.replace('{reason}', () => withdrawal.reason ?? '')}</p>\n`}${synthetic && markup`<p class="notice">${texts.synthetic.replace('{of}', () => synthetic.of)}</p>\n`}`;
}

function facts({ status, version }: Latest, summary: Summary, language: Language): Markup {
  const texts = pageTexts[language];
  const { by, at } = summary.status;
  const declared =
    by === null
      ? texts.undeclared
      : texts.declared
          .replace('{by}', () => by)
          .replace('{at}', () => (at === null ? '' : dayIn(at, language)));
  return markup`<dl class="facts">
<div><dt>${texts.status}</dt><dd><span class="mark mark-${status}">${texts.is[status]}</span><small>${declared}</small></dd></div>
<div><dt>${texts.authority}</dt><dd>${inLanguage(summary.authority.name, language)}</dd></div>
<div><dt>${texts.release}</dt><dd>${version}<small>${dayIn(summary.at, language)}</small></dd></div>
</dl>`;
}

function notes({ notes: all, sources, licence }: Summary, language: Language): Markup {
  const texts = pageTexts[language];
  return markup`${
    all.length > 0 &&
    markup`<h2>${texts.notes}</h2>
<ul class="prose">
${all.map((note) => markup`<li>${inLanguage(note, language)}</li>\n`)}</ul>
`
  }<h2>${texts.sources}</h2>
<ul class="prose">
${sources.map(({ title, url }) => markup`<li>${isWeb(url) ? markup`<a href="${url}" rel="noopener">${title}</a>` : title}</li>\n`)}</ul>
<p>${texts.licence}: ${isWeb(licence.url) ? markup`<a href="${licence.url}" rel="license noopener">${licence.title}</a>` : licence.title}</p>`;
}
