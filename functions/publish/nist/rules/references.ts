import { classOf, type Node, nodes, type Rule, texts } from './rule.ts';

/** The members that name another object, and of which class it is: `refTypes` of the standard's schema, which validators pass over. */
export const referenceTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['AuthorityIds', ['Person']],
  ['CandidateId', ['Candidate']],
  ['CandidateIds', ['Candidate']],
  ['ComposingGpUnitIds', ['ReportingDevice', 'ReportingUnit']],
  ['ContestId', ['BallotMeasureContest', 'CandidateContest', 'PartyContest', 'RetentionContest']],
  ['ContestIds', ['BallotMeasureContest', 'CandidateContest', 'PartyContest', 'RetentionContest']],
  ['ElectionDistrictId', ['ReportingUnit']],
  ['ElectionOfficialPersonIds', ['Person']],
  ['ElectionScopeId', ['ReportingUnit']],
  ['EndorsementPartyIds', ['Coalition', 'Party']],
  ['GpUnitId', ['ReportingDevice', 'ReportingUnit']],
  ['GpUnitIds', ['ReportingDevice', 'ReportingUnit']],
  ['HeaderId', ['Header']],
  ['LeaderPersonIds', ['Person']],
  ['OfficeHolderPersonIds', ['Person']],
  ['OfficeId', ['Office']],
  ['OfficeIds', ['Office']],
  ['OrderedContestSelectionIds', ['BallotMeasureSelection', 'CandidateSelection', 'PartySelection']],
  ['PartyId', ['Coalition', 'Party']],
  ['PartyIds', ['Coalition', 'Party']],
  ['PartyScopeGpUnitIds', ['ReportingDevice', 'ReportingUnit']],
  ['PersonId', ['Person']],
  ['PrimaryPartyIds', ['Coalition', 'Party']],
]);

/** Every reference leads to an object of the report, of a class that the standard allows there. */
export const references: Rule = function* ({ root, byId }) {
  for (const { id, types, where } of referencesIn(root)) {
    const target = byId.get(id);
    if (types.includes(classOf(target))) continue;
    const found = target ? `is a ${classOf(target)}` : 'is not in the report';
    yield { rule: 'reference', where, message: `"${id}" ${found}; ${types.join(' or ')} is needed` };
  }
};

interface Reference {
  readonly id: string;
  readonly types: readonly string[];
  readonly where: string;
}

function* referencesIn(root: Node): Generator<Reference> {
  for (const { node, where } of nodes(root))
    for (const [member, value] of Object.entries(node)) {
      const types = referenceTypes.get(member);
      if (types) for (const id of texts(value)) yield { id, types, where: `${where}/${member}` };
    }
}
