import type {
  AllocationInput,
  AreaTotals,
  Certificate,
  Contest,
  FieldTotal,
  Option,
} from '../../../functions/allocate/index.ts';
import type { Inputs } from '../../../functions/model/generated/certificate.ts';
import { type AreaId, isOptionId, type Text } from '../../../functions/model/ids.ts';
import { type Field, isCountField, votesField } from '../../../functions/model/records/protocol.ts';
import { systemOf } from './system.ts';

/** What a certificate leaves out and the explanation of a result needs: names, and the area that votes. */
export interface Naming {
  readonly contest: Text;
  readonly area: AreaId;
  readonly options: ReadonlyMap<string, Text>;
}

/**
 * What a published certificate was computed from, as the allocation engine takes it: a reader's browser can then compute it anew. A certificate holds
 * all of it but the names. Null where its system is none that this code knows.
 */
export function groundsOf(
  certificate: Certificate,
  { contest: name, area, options }: Naming,
): AllocationInput | null {
  const { inputs, contest, laws } = certificate;
  const system = systemOf(certificate.system);
  if (!system) return null;
  return {
    contest: {
      id: contest,
      name,
      area,
      reportedBy: 'area',
      system: 'system',
      options: inputs.options.map((option) => optionOf(option, options.get(option.option) ?? {})),
      lots: inputs.lots.map((lot) => ({ ...lot })),
    },
    system,
    laws: laws.map((law) => ({ ...law })),
    totals: totalsOf(contest, area, inputs),
    expected: inputs.expected,
    ...(inputs.heldOutside !== undefined && { held: heldIn(inputs) }),
    ...(inputs.linked && { linked: linkedOf(inputs) }),
  };
}

type CertifiedOption = Inputs['options'][number];

function optionOf(
  { option, kind, withdrawn, registration, listKind, listLength }: CertifiedOption,
  name: Text,
): Option {
  return {
    id: option,
    kind,
    name,
    ...(withdrawn !== undefined && { withdrawn }),
    ...(registration !== undefined && { registration }),
    ...(listKind !== undefined && { listKind }),
    ...(listLength !== undefined && { listLength }),
  };
}

/**
 * By area where the certificate has areas, which is where the system looks at each by itself; and what was counted in none of these, as one total of the
 * area that votes: a law may ask for regions of which none has been published.
 */
function totalsOf(
  contest: Contest['id'],
  area: AreaId,
  { options, counts, reported, areas = [] }: Inputs,
): AreaTotals[] {
  const votes = options.flatMap(({ option, votes, protocols }) =>
    votes === null ? [] : [{ option, votes, protocols }],
  );
  const parts = areas.map((one) => ({
    contest,
    area: one.area,
    reported: one.reported,
    values: valuesOf(one.votes, one.counts),
  }));
  const whole = { contest, area, reported, values: valuesOf(votes, counts) };
  const others = without(whole, parts);
  return others.values.size > 0 || parts.length === 0 ? [...parts, others] : parts;
}

/** What is left of a total when its parts are taken away: the fields that others than these have told. */
function without(whole: AreaTotals, parts: readonly AreaTotals[]): AreaTotals {
  const values = new Map<Field, FieldTotal>();
  for (const [field, { sum, units }] of whole.values) {
    const told = parts.flatMap((part) => part.values.get(field) ?? []);
    const left = {
      sum: told.reduce((rest, one) => rest - one.sum, sum),
      units: told.reduce((rest, one) => rest - one.units, units),
    };
    if (left.units > 0) values.set(field, left);
  }
  const reported = parts.reduce((rest, part) => rest - part.reported, whole.reported);
  return { ...whole, reported, values };
}

type Votes = NonNullable<Inputs['areas']>[number]['votes'];

function valuesOf(votes: Votes, counts: Inputs['counts']): Map<Field, FieldTotal> {
  const values = new Map<Field, FieldTotal>();
  for (const { count, sum, protocols } of counts)
    if (isCountField(count)) values.set(count, { sum: BigInt(sum), units: protocols });
  for (const { option, votes: sum, protocols } of votes)
    values.set(votesField(option), { sum: BigInt(sum), units: protocols });
  return values;
}

/** Seats held from other contests; those of candidates whose party has no list stand under an id that no option has. */
function heldIn({ options, heldOutside = 0 }: Inputs): Map<Option['id'], number> {
  const held = new Map(
    options.map((one) => [one.option, one.held ?? 0] as const).filter(([, seats]) => seats > 0),
  );
  const taken = new Set<string>(options.map(({ option }) => option));
  let outside = 'others';
  while (taken.has(outside)) outside += '-';
  if (heldOutside > 0 && isOptionId(outside)) held.set(outside, heldOutside);
  return held;
}

type Linked = NonNullable<AllocationInput['linked']>[number];

function linkedOf({ linked = [] }: Inputs): Linked[] {
  return linked.flatMap(({ contest, outcome, provisional }) =>
    isStatus(outcome) ? [{ contest, outcome, provisional }] : [],
  );
}

const statuses: Readonly<Record<Linked['outcome'], true>> = {
  allocated: true,
  elected: true,
  runoff: true,
  'repeat-voting': true,
  'repeat-election': true,
  'lots-required': true,
  adopted: true,
  rejected: true,
  invalid: true,
  undetermined: true,
  'no-results': true,
};

function isStatus(text: string): text is Linked['outcome'] {
  return Object.hasOwn(statuses, text);
}
