import type { ElectionDefinition, System } from '../../../functions/model/generated/election.ts';
import { districts } from '../../allocate/districts/support.ts';
import { partyList } from '../../allocate/support.ts';
import { anElection, areaId, contestId, councilContest, listContest } from '../../support/builders.ts';
import { factsOf, verdictOn } from '../checking.ts';

/** What is wrong with a definition: code, pointer, and the reason or what it refers to. */
export async function problems(definition: unknown) {
  const { findings } = await verdictOn({ 'election.json': JSON.stringify(definition) });
  return findings.kept.map((found) => {
    const { pointer, reason, kind, id } = factsOf(found);
    return [found.code, pointer, reason ?? `${kind} ${id}`];
  });
}

/** The contests of `anElection`, the first of them changed. */
export const lists = (changes: Parameters<typeof listContest>[0]) => ({
  contests: [listContest(changes), councilContest()],
});
/** A source that `anElection` names. */
export const source = 'S1';

/** The systems of `anElection` with another for lists. */
export const withList = (list: System): Pick<ElectionDefinition, 'systems'> => ({
  systems: { ...anElection().systems, list },
});
/** Ten seats in districts with so many each; `stands` is the one in which the first list stands. */
export const inDistricts = (seats: Readonly<Record<string, number>>, stands?: string) => ({
  ...withList(partyList(10, { districts: districts(seats) })),
  ...lists({
    options: listContest().options.map((option, place) =>
      place === 0 && stands !== undefined ? { ...option, districts: [areaId(stands)] } : option,
    ),
  }),
});
/** Ten seats that make up for what another contest gave. */
export const compensated = (contest: string) =>
  withList(partyList(10, { compensation: { contests: [contestId(contest)], overhang: 'kept' } }));
