import type { Language } from '../../../model/text/languages.ts';
import { markdownTable, plain } from '../../../model/text/markdown.ts';
import type { WrittenFile } from '../file.ts';
import { descriptions } from './texts/files.ts';
import type { Voice } from './voice.ts';

/** The files in the README. The certificates and their explanations stand as one line: there may be hundreds. */
export function filesSection(files: readonly WrittenFile[], voice: Voice): string {
  const { title, columns, allocation: all, vouch } = voice.words.files;
  const allocation = files.filter(({ path }) => path.startsWith('allocation/'));
  const certificates = allocation.filter(({ path }) => path.endsWith('.json'));
  const rows = files
    .filter((file) => !allocation.includes(file) && file.listedIn === undefined)
    .map((file) => [
      `[${file.path}](${file.path})`,
      voice.number(file.bytes),
      descriptionOf(file, voice.language),
    ]);
  const size = allocation.reduce((sum, { bytes }) => sum + bytes, 0);
  rows.push(['[allocation/](allocation/)', voice.number(size), all(voice.number(certificates.length))]);
  return [`## ${title}`, markdownTable(columns, rows), vouch].join('\n\n');
}

function descriptionOf({ path, description }: WrittenFile, language: Language): string {
  if (language === 'en') return plain(description);
  return descriptions.get(path)?.[language] ?? plain(description);
}
