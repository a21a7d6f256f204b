import { type Language, languages } from '../../../model/text/languages.ts';
import { link, plain } from '../../../model/text/markdown.ts';
import { statusOf } from '../../figures/status.ts';
import type { Release } from '../../release.ts';
import { document } from '../../write/blocks.ts';
import type { FileKind, Writing } from '../file.ts';
import { filesSection } from './files.ts';
import { resultsSection } from './results.ts';
import { scenariosSection } from './scenarios.ts';
import { type Voice, voiceOf } from './voice.ts';
import { words } from './words.ts';

/**
 * README.md, README.kk.md and README.ru.md: the release for a person, whatever the languages of the election. All that comes from uploads is
 * escaped.
 */
export const readme: FileKind = () =>
  languages.map((language) => ({
    path: pathOf(language),
    mediaType: 'text/markdown; charset=utf-8',
    description: `What this is, for a person${language === 'en' ? '' : ` (language: ${language})`}.`,
    table: null,
    content: (writing) =>
      document(
        `${sections(writing, voiceOf(language))
          .filter((section) => section !== '')
          .join('\n\n')}\n`,
      ),
  }));

/** English has the name that hosts of repositories look for. */
function pathOf(language: Language): string {
  return language === 'en' ? 'README.md' : `README.${language}.md`;
}

function sections({ release, files }: Writing, voice: Voice): string[] {
  return [
    otherLanguages(voice),
    heading(release, voice),
    warnings(release, voice),
    facts(release, voice),
    resultsSection(release, voice),
    scenariosSection(release, voice),
    filesSection(files, voice),
    voice.words.computed,
    notes(release, voice),
    sources(release, voice),
  ];
}

function otherLanguages(voice: Voice): string {
  return languages
    .map((language) => {
      const name = words[language].language;
      return language === voice.language ? `**${name}**` : `[${name}](${pathOf(language)})`;
    })
    .join(' · ');
}

function heading({ definition }: Release, voice: Voice): string {
  const main = voice.text(definition.name);
  const names = definition.languages
    .map((language) => definition.name[language])
    .filter((name) => name !== undefined)
    .map(plain);
  const others = names.filter((name) => name !== main).map((name) => `*${name}*`);
  return [`# ${main}`, ...(others.length > 0 ? [others.join(' · ')] : [])].join('\n\n');
}

function warnings(release: Release, { words }: Voice): string {
  const { synthetic } = release.definition;
  const { status, by, reason } = statusOf(release);
  const texts = [];
  if (synthetic) texts.push(`> ${words.synthetic(synthetic.of, synthetic.seed)}`);
  if (status === 'withdrawn') texts.push(`> ${words.withdrawn(plain(by ?? ''), plain(reason ?? ''))}`);
  return texts.join('\n\n');
}

function facts(release: Release, voice: Voice): string {
  const { definition, version, at, state, previous } = release;
  const { facts: say } = voice.words;
  const { url } = definition.authority;
  const authority = `${voice.text(definition.authority.name)}${url === undefined ? '' : ` ${link(url)}`}`;
  const after = previous ? say.follows(previous.version) : say.first;
  const begun = say.begun(voice.number(state.revision), plain(at));
  return [
    `- ${say.election}: \`${definition.id}\`, ${plain(definition.date)}, ${plain(definition.country)}`,
    `- ${say.authority}: ${authority}`,
    `- ${say.version}: ${version}, ${begun}; ${after}`,
    `- ${say.status}: ${statusLine(release, voice)}`,
    `- ${say.licence}: ${plain(definition.licence.title)} ${link(definition.licence.url)}`,
  ].join('\n');
}

function statusLine(release: Release, { words: { facts: say } }: Voice): string {
  const { status, by, at, reason } = statusOf(release);
  const name = `**${say.is[status]}**`;
  if (by === null) return `${name} (${say.undeclared})`;
  return `${name}, ${say.declared(plain(by), plain(at ?? ''))}: ${plain(reason ?? '')}`;
}

function notes({ definition }: Release, voice: Voice): string {
  const texts = (definition.notes ?? []).map((note) => `- ${voice.text(note)}`);
  return texts.length > 0 ? `## ${voice.words.notes}\n\n${texts.join('\n')}` : '';
}

function sources({ definition }: Release, voice: Voice): string {
  const texts = definition.sources.map(
    ({ id, title, url }) => `- \`${id}\`: ${plain(title)}${url === undefined ? '' : ` ${link(url)}`}`,
  );
  return texts.length > 0 ? `## ${voice.words.sources}\n\n${texts.join('\n')}` : '';
}
