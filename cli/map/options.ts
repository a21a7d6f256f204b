import type { ElectionDefinition, Option, Table } from '../../functions/model/generated/election.ts';
import { optionInLabel } from '../../functions/validate/table/pattern.ts';
import { similarity } from './similarity.ts';

/** The mapping of options, or none where the labels are their ids. */
export type OptionMapping = NonNullable<Table['options']>;

/** Labels that name options, and how the mapping says so. */
export interface OptionProposal {
  readonly mapping: OptionMapping | null;
  /** The labels that are options, each with its option. */
  readonly found: ReadonlyMap<string, string>;
}

// "41 - Party", "41. Party", "41) Party", "Party (41)", "№ 41 Party".
const patterns = [
  '{option} - *',
  '{option}. *',
  '{option}) *',
  '{option} *',
  '* ({option})',
  '*№{number}*',
  '{number} *',
];

/** Names are alike enough when two thirds of their pairs of letters are the same. */
const alike = 0.67;

/**
 * Finds which labels name options of the contest: their ids, else a pattern around the ids that most of them fit, else one by one by the
 * names of options and parties in every language.
 */
export function optionsIn(
  labels: readonly string[],
  options: readonly Option[],
  parties: ElectionDefinition['parties'],
): OptionProposal {
  const ids = new Map<string, string>(options.map(({ id }) => [id.toLowerCase(), id]));
  const byId = matched(labels, (label) => ids.get(label.toLowerCase()));
  const [byPattern] = patterns
    .map((pattern) => ({
      pattern,
      found: matched(labels, (label) => ids.get(optionInLabel(pattern, label)?.toLowerCase() ?? '')),
    }))
    .sort((a, b) => b.found.size - a.found.size);
  const byName = namesIn(labels, options, parties);
  const best = Math.max(byId.size, byPattern?.found.size ?? 0, byName.size);
  if (best === 0 || byId.size === best) return { mapping: null, found: byId };
  // One label may fit a pattern by chance.
  if (byPattern !== undefined && byPattern.found.size === best && (best > 1 || byName.size === 0))
    return { mapping: { pattern: byPattern.pattern }, found: byPattern.found };
  return { mapping: { labels: labelsOf(byName, options) }, found: byName };
}

/** Without a definition: labels that look like numbered options; each is then named by its number. */
export function numberedOptions(labels: readonly string[]): OptionProposal {
  const [best] = patterns
    .slice(0, 4)
    .map((pattern) => ({ pattern, found: matched(labels, (label) => numberIn(pattern, label)) }))
    .sort((a, b) => b.found.size - a.found.size);
  return best === undefined || best.found.size < 2
    ? { mapping: null, found: new Map() }
    : { mapping: { pattern: best.pattern }, found: best.found };
}

function numberIn(pattern: string, label: string): string | undefined {
  const found = optionInLabel(pattern, label);
  return found !== null && /^[0-9]{1,3}$/.test(found) ? found : undefined;
}

function matched(
  labels: readonly string[],
  optionOf: (label: string) => string | undefined,
): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const label of labels) {
    const option = optionOf(label);
    if (option === undefined || taken.has(option)) continue;
    taken.add(option);
    found.set(label, option);
  }
  return found;
}

/** The likeliest pairs first, each label and each option once. */
function namesIn(
  labels: readonly string[],
  options: readonly Option[],
  parties: ElectionDefinition['parties'],
): Map<string, string> {
  const pairs = labels.flatMap((label) =>
    options.map((option) => ({ label, option: option.id, score: likeness(label, option, parties) })),
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { label, option, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < alike) break;
    if (found.has(label) || taken.has(option)) continue;
    found.set(label, option);
    taken.add(option);
  }
  return found;
}

function likeness(label: string, { name, party }: Option, parties: ElectionDefinition['parties']): number {
  const of = parties.find(({ id }) => id === party);
  const names = [...Object.values(name), ...Object.values(of?.name ?? {}), of?.abbreviation ?? ''];
  // A number before the name is no part of it.
  const bare = label.replace(/^\s*№?\s*[0-9]{1,3}[\s.):-]+/u, '');
  return Math.max(...names.flatMap((one) => [similarity(label, one), similarity(bare, one)]));
}

function labelsOf(found: ReadonlyMap<string, string>, options: readonly Option[]) {
  return [...found].flatMap(([label, id]) => {
    const option = options.find((one) => one.id === id);
    return option === undefined ? [] : [{ label, option: option.id }];
  });
}
