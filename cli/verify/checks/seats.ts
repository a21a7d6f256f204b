import { seatsIn } from '../../../functions/allocate/seats.ts';
import type { Certificate } from '../../../functions/model/generated/certificate.ts';
import type { Contest, ElectionDefinition, Option } from '../../../functions/model/generated/election.ts';
import { counted } from '../../outcome.ts';
import type { Check } from '../check.ts';
import { type Cells, heldText, rowsDiffer } from '../rows.ts';

/** seats.csv shows the votes and the seats of the certificates, and what the definition says was declared. */
export const seats: Check = {
  name: 'seats',
  async run({ folder, definition: read, certificates }) {
    const [definition, recomputed] = [await read(), await certificates()];
    const contests = new Map(definition.contests.map((contest) => [contest.id, contest]));
    const rows = new Map<string, Cells>();
    for (const { certificate } of recomputed) {
      const contest = contests.get(certificate.contest);
      for (const option of contest?.options ?? [])
        if (contest && (option.kind === 'list' || option.kind === 'candidate')) {
          const key = `${contest.id},${option.id},${certificate.scenario?.id ?? ''}`;
          rows.set(key, seatCells(definition, contest, option, certificate));
        }
    }
    const differs = await rowsDiffer(folder, 'seats.csv', ['contest', 'option', 'scenario'], rows);
    if (differs) return { differs };
    return { holds: `${counted(rows.size, 'row')}, the same as recomputed` };
  },
};

function seatCells(
  { languages }: ElectionDefinition,
  contest: Contest,
  { id, name, party }: Option,
  { inputs, outcome, provisional, scenario }: Certificate,
): Cells {
  const votes = inputs.options.find(({ option }) => option === id)?.votes;
  return {
    party: party ?? '',
    name: heldText(name[languages[0] ?? 'en'] ?? name.en ?? Object.values(name)[0]),
    votes: String(votes ?? ''),
    seats: String(seatsIn(outcome, id) ?? ''),
    declared: scenario ? '' : String(declaredIn(contest, id) ?? ''),
    provisional: String(provisional),
  };
}

/** Who declares seats, or who is elected, declares of every option: one that is left out has none. */
function declaredIn({ declared }: Contest, option: Option['id']): number | null {
  if (declared?.seats) return new Map(Object.entries(declared.seats)).get(option) ?? 0;
  const named = declared?.elected?.filter((person) => person.option !== undefined) ?? [];
  return named.length === 0 ? null : named.filter((person) => person.option === option).length;
}
