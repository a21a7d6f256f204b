import type { SchemaProblem } from '../../model/json/schema.ts';

/** What is wrong in a problem file: where, what, and how to mend it. */
export interface Fault {
  /** JSON pointer, `/` for the whole document. */
  readonly pointer: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The faults of a part that stands at `at`. */
export function schemaFaults(problems: readonly SchemaProblem[], at: string, remedy: string): Fault[] {
  return problems.map(({ pointer, reason }) => ({
    pointer: pointer === '/' ? at || '/' : `${at}${pointer}`,
    reason,
    remedy,
  }));
}

/** A member name as a step of a JSON pointer (RFC 6901), cut short: it may be anything. */
export function pointerStep(name: string): string {
  return `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
