import { areaTree } from '../model/areas.ts';
import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionDefinition } from '../model/generated/election.ts';
import type { AreaId } from '../model/ids.ts';
import type { AreaTotals } from '../model/records/batch.ts';
import type { Candidate } from '../model/records/roll.ts';
import { allocate } from './allocate.ts';
import { certificateOf } from './certificate.ts';
import { certificatesOf, type Told } from './certificates.ts';
import { allocationInputs } from './input.ts';
import { type AreaRecords, readMissing, withMissing } from './read/missing.ts';
import { scenarioInputs } from './scenarios.ts';

/** All that the certificates of an election follow from. */
export interface ElectionGrounds {
  readonly definition: ElectionDefinition;
  /** Number of the last ledger entry that they rest on. */
  readonly revision: number;
  readonly totals: readonly AreaTotals[];
  /** How many stations the registers name in each area. */
  readonly stations: ReadonlyMap<AreaId, number>;
  readonly candidates: readonly Candidate[];
  /** Read only where protocols are missing. */
  readonly records: AreaRecords;
}

/** The certificates of an election. */
export interface ElectionCertificates {
  /** Under the law in force, in the order of the contests. */
  readonly inForce: readonly Certificate[];
  /** Under each scenario, the contests that it changes. Who would sit there nobody has said, so they name no persons. */
  readonly scenarios: readonly Certificate[];
}

/**
 * Every certificate of an election: the one place where it is told what they follow from, for the pipeline that writes them and for the
 * verifier that computes them anew. `told` may cut short what a certificate tells of an allocation.
 */
export async function electionCertificates(
  { definition, revision, totals, stations, candidates, records }: ElectionGrounds,
  told: Told = (_input, allocation) => allocation,
): Promise<ElectionCertificates> {
  const tree = areaTree(definition);
  const inputs = allocationInputs(definition, totals, stations);
  const missing = await readMissing(inputs, { definition, tree, totals, stations, records });
  const whole = inputs.map((input) => withMissing(input, missing, tree));
  const others = scenarioInputs(definition, totals, stations).map((input) =>
    withMissing(input, missing, tree),
  );
  return {
    inForce: certificatesOf(definition, revision, whole, candidates, told),
    scenarios: others.map((input) =>
      certificateOf(definition.id, revision, input, told(input, allocate(input))),
    ),
  };
}
