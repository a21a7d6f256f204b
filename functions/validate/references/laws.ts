import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { DefinitionCheck } from './definition.ts';

/** Every member of a system, or of `oneMandate`, that is named `law` or ends in `Law` is the id of a law, however deep it stands. */
export function checkLaws({ laws, systems, oneMandate }: ElectionDefinition, check: DefinitionCheck): void {
  const known = new Set(laws.map(({ id }) => id));
  const walk = (value: unknown, pointer: string) => {
    if (value === null || typeof value !== 'object') return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && (name === 'law' || name.endsWith('Law')))
        check.refers(known.has(member), 'law', member, `${pointer}/${name}`);
      else walk(member, `${pointer}/${name}`);
    }
  };
  walk(systems, '/systems');
  walk(oneMandate, '/oneMandate');
}
