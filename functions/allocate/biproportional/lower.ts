import type { DistrictSeats } from '../../model/generated/certificate.ts';
import type { Biproportional } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Outcome, Seats, Step } from '../../model/law/allocation.ts';
import { isWinnable, type Tally } from '../count/tally.ts';
import { sumOfDistricts } from '../districts/together.ts';
import { exact } from '../exact.ts';
import { type Decision, decided, joined, lazily, undetermined } from '../progress.ts';
import type { Row } from './biproportional.ts';
import { type Divisors, isProof, plainDivisors, quotientOf } from './divisors.ts';
import { type Solution, solve } from './solve.ts';
import type { Matrix } from './transfer.ts';
import { undecided } from './unique.ts';
import type { Targets } from './upper.ts';

/**
 * The seats of each list shared among the districts, so that both sums are met. The divisors are found exactly and checked before anything is
 * said: what is published proves itself. Where votes leave several distributions, the law alone cannot say which.
 */
export function lowerApportionment(
  system: Biproportional,
  tally: Tally,
  rows: readonly Row[],
  targets: Targets,
): Decision {
  const options = [...targets.keys()];
  const matrix: Matrix = {
    votes: rows.map(({ votes }) => options.map((option) => votes.get(option) ?? 0n)),
    rows: rows.map(({ district }) => district.seats),
    columns: [...targets.values()],
  };
  const solution = sameSum(matrix) ? solve(matrix) : null;
  if (!solution)
    return undetermined(
      'no-solution',
      'No distribution gives every district and every list its seats: where the seats are, the lists have no votes.',
    );
  const divisors = plainDivisors(matrix, solution);
  if (!isProof(matrix, solution.cells, divisors))
    throw new Error('the divisors of a biproportional apportionment do not prove it');
  const ties = undecided(matrix, solution.cells, divisors);
  const found = { rows, options, matrix, solution, divisors, isUnique: ties.rows.length === 0 };
  const steps = [lowerStep(system, found)];
  if (!found.isUnique) return severalSolutions(found, ties, steps);
  const trace = joined(
    steps,
    lazily(() => cellSteps(system, found)),
  );
  return decided(allocated(tally, found), trace);
}

interface Found {
  readonly rows: readonly Row[];
  readonly options: readonly OptionId[];
  readonly matrix: Matrix;
  readonly solution: Solution;
  readonly divisors: Divisors;
  readonly isUnique: boolean;
}

function sameSum({ rows, columns }: Matrix): boolean {
  const sum = (seats: readonly number[]) => seats.reduce((a, b) => a + b, 0);
  return sum(rows) === sum(columns);
}

function lowerStep({ lowerLaw }: Biproportional, found: Found): Step {
  const { rowDivisors, columnDivisors } = found.divisors;
  return {
    rule: 'lower-apportionment',
    law: lowerLaw,
    districts: found.rows.flatMap(({ district: { area, seats } }, index) => {
      const divisor = rowDivisors[index];
      return divisor ? [{ area, seats, divisor: exact(divisor) }] : [];
    }),
    lists: found.options.flatMap((option, index) => {
      const [seats, divisor] = [found.matrix.columns[index] ?? 0, columnDivisors[index]];
      return divisor ? [{ option, seats, divisor: exact(divisor) }] : [];
    }),
    transfers: found.solution.transfers,
    unique: found.isUnique,
  };
}

function severalSolutions(
  { rows, options }: Found,
  ties: ReturnType<typeof undecided>,
  steps: readonly Step[],
): Decision {
  const districts = ties.rows.flatMap((index) => rows[index]?.district.area ?? []).join(', ');
  const lists = ties.columns.flatMap((index) => options[index] ?? []).join(', ');
  return undetermined(
    'several-solutions',
    `More than one distribution satisfies the law: among the lists ${lists}, seats of the districts ${districts} can change hands.`,
    steps,
  );
}

function* cellSteps({ lowerLaw }: Biproportional, found: Found): Generator<Step> {
  const { rowDivisors, columnDivisors } = found.divisors;
  for (const [row, { district }] of found.rows.entries())
    for (const [column, option] of found.options.entries()) {
      const votes = found.matrix.votes[row]?.[column] ?? 0n;
      if (votes === 0n) continue;
      yield {
        rule: 'cell',
        law: lowerLaw,
        area: district.area,
        option,
        votes: jsonCount(votes),
        quotient: exact(quotientOf(votes, rowDivisors[row], columnDivisors[column])),
        seats: found.solution.cells[row]?.[column] ?? 0,
      };
    }
}

function allocated({ contest }: Tally, { rows, options, solution }: Found): Outcome {
  const districts: DistrictSeats = rows.map(({ district }, row) => ({
    area: district.area,
    seats: district.tally.contest.options.filter(isWinnable).map(({ id }): Seats => {
      const column = options.indexOf(id);
      return { option: id, seats: column < 0 ? 0 : (solution.cells[row]?.[column] ?? 0) };
    }),
  }));
  return { status: 'allocated', seats: sumOfDistricts(contest.options, districts), districts };
}
