import {
  type CatalogueEntry,
  catalogue,
  type FindingCode,
} from '../../functions/model/generated/findings.ts';
import type { Language } from '../../functions/model/text/languages.ts';
import { inLanguage } from '../../functions/model/text/text.ts';
import { words } from '../../functions/validate/report/words.ts';
import { nearestId } from '../../functions/validate/spelling/nearest.ts';
import { type Line, UsageError } from '../command.ts';

/** A rule of the catalogue, as `--json` gives it. */
export type Explained = CatalogueEntry & { readonly code: FindingCode };

/** The rule of a code, or, of `all`, every rule in the order of the catalogue. Throws UsageError for a code that there is not. */
export function explained(code: string): Explained[] {
  const all = Object.entries(catalogue).flatMap(([name, entry]) =>
    isCode(name) ? [{ code: name, ...entry }] : [],
  );
  const found = code === 'all' ? all : all.filter((rule) => rule.code === code);
  if (found.length > 0) return found;
  const nearest = nearestId(
    code,
    all.map((rule) => rule.code),
  );
  const hint = nearest === null ? '' : ` Did you mean ${nearest}?`;
  throw new UsageError(
    `There is no finding "${code}".${hint} See \`sailau check --explain all\` for the list of them.`,
  );
}

/** What the catalogue says of a rule, for people. */
export function explainLines(rule: Explained, language: Language): Line[] {
  const { code, level, title, message, remedy, parameters, basis } = rule;
  return [
    { text: `${words[language].level[level]} ${code}: ${inLanguage(title, language)}`, style: level },
    { text: `  ${inLanguage(message, language)}` },
    { text: `  ${inLanguage(remedy, language)}`, style: 'faint' },
    ...parameters.map(({ name, default: value, description }) => ({
      text: `  limits.${name} (${value ?? 'not checked unless given'}): ${description}`,
    })),
    ...(basis === '' ? [] : [{ text: `  ${basis}` }]),
    { text: '' },
  ];
}

function isCode(text: string): text is FindingCode {
  return Object.hasOwn(catalogue, text);
}
