import electionSchema from '../../../schemas/election.schema.json' with { type: 'json' };
import problemSchema from '../../../schemas/problem.schema.json' with { type: 'json' };
import type { Contest, Law, System } from '../../model/generated/election.ts';
import type { Problem } from '../../model/generated/problem.ts';
import { type SchemaChecker, schemaCheckerOf } from '../../model/json/schema.ts';

/** The checkers of the parts of a problem. */
export interface Checkers {
  readonly problem: SchemaChecker<Problem>;
  /** A contest, a system, an article as in election.json: its schema is the one contract of them. */
  readonly contest: SchemaChecker<Contest>;
  readonly system: SchemaChecker<System>;
  readonly law: SchemaChecker<Law>;
}

/** Compiled with the first problem, then kept. Ajv is loaded only here: who calls `allocate` alone does without it. */
export function checkers(): Promise<Checkers> {
  compiled ??= compile();
  return compiled;
}

let compiled: Promise<Checkers> | null = null;

async function compile(): Promise<Checkers> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, logger: false });
  ajv.addVocabulary(['tsType']);
  const part = <T>(name: keyof typeof electionSchema.$defs) =>
    schemaCheckerOf<T>(ajv, { $ref: `#/$defs/${name}`, $defs: electionSchema.$defs });
  return {
    problem: schemaCheckerOf<Problem>(ajv, problemSchema),
    contest: part<Contest>('contest'),
    system: part<System>('system'),
    law: part<Law>('law'),
  };
}
