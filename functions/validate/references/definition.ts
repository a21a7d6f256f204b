import { areaTree } from '../../model/areas.ts';
import type { ElectionDefinition, Table } from '../../model/generated/election.ts';
import { catalogue } from '../../model/generated/findings.ts';
import { type Findings, shown } from '../findings.ts';
import { checkComparison } from './comparison.ts';
import { checkContest } from './contest.ts';
import { checkLaws } from './laws.ts';
import { checkOneMandate } from './persons.ts';

/** Reports a reference of the definition that leads nowhere, an id that stands twice or that means something else. */
export interface DefinitionCheck {
  /** Of `ids`, each of which has a place of its own, reports those that stand before. */
  unique(kind: string, ids: readonly string[], pointer: (index: number) => string): void;
  /** Reports `id` unless `known`; nothing when it is undefined, as an optional member that is left out. */
  refers(known: boolean, kind: string, id: string | undefined, pointer: string): void;
  /** Reports what cannot stand at a place, in words. */
  invalid(pointer: string, reason: string): void;
}

/** Checks a definition that fits its schema against itself. */
export function checkDefinition(definition: ElectionDefinition, findings: Findings): void {
  const check = definitionCheck(findings);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  check.unique('source', ids(definition.sources), (index) => `/sources/${index}/id`);
  check.unique('law', ids(definition.laws), (index) => `/laws/${index}/id`);
  check.unique('area', ids(definition.areas), (index) => `/areas/${index}/id`);
  check.unique('party', ids(definition.parties), (index) => `/parties/${index}/id`);
  check.unique('contest', ids(definition.contests), (index) => `/contests/${index}/id`);
  checkAreas(definition, check);
  checkLaws(definition, check);
  checkOneMandate(definition, check);
  const tree = areaTree(definition);
  for (const index of definition.contests.keys()) checkContest(definition, index, tree, check);
  checkComparison(definition, check);
  checkTables(definition, check);
  for (const code of Object.keys(definition.severity ?? {}))
    check.refers(Object.hasOwn(catalogue, code), 'finding code', code, `/severity/${code}`);
}

/** Enters what is found as findings of the catalogue. */
export function definitionCheck(findings: Findings): DefinitionCheck {
  return {
    unique(kind, ids, pointer) {
      const seen = new Set<string>();
      for (const [index, id] of ids.entries()) {
        if (seen.has(id)) findings.add('definition-duplicate', {}, { pointer: pointer(index), kind, id });
        seen.add(id);
      }
    },
    refers(known, kind, id, pointer) {
      if (id !== undefined && !known)
        findings.add('definition-reference', {}, { pointer, kind, id: shown(id) });
    },
    invalid: (pointer, reason) => findings.add('definition-invalid', {}, { pointer, reason }),
  };
}

/** A parent stands before its children: so there can be no circle. */
function checkAreas({ areas, sources }: ElectionDefinition, check: DefinitionCheck): void {
  const all = new Set<string>(areas.map(({ id }) => id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  const before = new Set<string>();
  for (const [index, { id, parent, source }] of areas.entries()) {
    const kind = parent !== undefined && all.has(parent) ? 'area above it' : 'area';
    check.refers(parent !== undefined && before.has(parent), kind, parent, `/areas/${index}/parent`);
    check.refers(source !== undefined && sourceIds.has(source), 'source', source, `/areas/${index}/source`);
    before.add(id);
  }
}

/** What a mapping names must be there: options of some contest, and columns that it maps itself. */
function checkTables({ tables, contests }: ElectionDefinition, check: DefinitionCheck): void {
  const options = new Set<string>(contests.flatMap((contest) => contest.options.map(({ id }) => id)));
  for (const [index, table] of (tables ?? []).entries()) {
    const at = `/tables/${index}`;
    for (const [place, { option }] of (table.options?.labels ?? []).entries())
      check.refers(options.has(option), 'option', option, `${at}/options/labels/${place}/option`);
    for (const [place, { option }] of (table.options?.positions ?? []).entries())
      check.refers(options.has(option), 'option', option, `${at}/options/positions/${place}/option`);
    const { pattern } = table.options ?? {};
    if (pattern !== undefined && pattern.split(/\{option\}|\{number\}/).length !== 2)
      check.invalid(`${at}/options/pattern`, 'it must hold {option} or {number}, once');
    checkTotals(table, options, `${at}/totals/columns`, check);
  }
}

/** A sum of what is not in the table would never be compared. */
function checkTotals(
  { totals, columns }: Table,
  options: ReadonlySet<string>,
  at: string,
  check: DefinitionCheck,
): void {
  const summed = (name: string) => name === 'options' || options.has(name) || Object.hasOwn(columns, name);
  for (const [place, { of }] of (totals?.columns ?? []).entries())
    for (const name of of) check.refers(summed(name), 'column or option', name, `${at}/${place}/of`);
}
