import type { SynthesisOptions, Totals } from '../../../cli/synthesize/synthesize.ts';
import type { Contest, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { CountField } from '../../../functions/model/records/protocol.ts';
import { anElection } from '../../support/builders.ts';

/** Five stations of the list of `anElection`, 2,000 voters and 1,000 votes in all. Members of `changes` replace those of the same name. */
export function aSynthesis(changes: Partial<SynthesisOptions>): SynthesisOptions {
  const definition = anElection();
  const totals = totalsOf([600, 300, 80, 20], { registered: 2000 });
  return { definition, contest: firstContest(definition).id, totals, stations: 5, seed: 1, ...changes };
}

/** The first contest of a definition. */
export function firstContest({ contests: [first] }: ElectionDefinition): Contest {
  if (!first) throw new Error('a definition without a contest');
  return first;
}

/** Totals of the list of `anElection`: the votes in ballot order, and the counts that are given. */
export function totalsOf(votes: readonly number[], counts: Partial<Record<CountField, number>>): Totals {
  const { options } = firstContest(anElection());
  const fields = new Map<CountField, bigint>();
  const add = (field: CountField, count: number | undefined) =>
    count === undefined || fields.set(field, BigInt(count));
  add('registered', counts.registered);
  add('issued', counts.issued);
  add('cast', counts.cast);
  add('invalid', counts.invalid);
  add('valid', counts.valid);
  add('absentee', counts.absentee);
  add('outside', counts.outside);
  add('unused', counts.unused);
  add('received', counts.received);
  return { votes: new Map(options.map(({ id }, index) => [id, BigInt(votes[index] ?? 0)])), counts: fields };
}
