import { anElection, councilContest, listContest, partyId } from '../../support/builders.ts';
import {
  type Cases,
  changed,
  definition,
  followedBy,
  results,
  sound,
  soundAreas,
  soundLong,
  withFile,
} from './support.ts';

/** The definition of the election, and its status. */
export const definitionCases: Cases = {
  'definition-invalid': [{ 'election.json': '{}' }, { 'election.json': definition }],
  'definition-reference': [changed({ contests: [listContest({ system: 'none' })] }), changed({})],
  'definition-duplicate': [
    changed({
      parties: [
        { id: partyId('PA'), name: { en: 'A' } },
        { id: partyId('PA'), name: { en: 'B' } },
      ],
    }),
    changed({}),
  ],
  'definition-orphans': [
    followedBy(soundLong, 'election.json', JSON.stringify(anElection({ contests: [councilContest()] }))),
    followedBy(soundAreas, 'election.json', JSON.stringify(anElection({ contests: [councilContest()] }))),
  ],
  'election-id-mismatch': [
    { 'election.json': definition.replace('"id":"xx-2024"', '"id":"other"') },
    { 'election.json': definition },
  ],
  'status-invalid': [
    withFile('status.json', '{"status":"finished"}'),
    withFile('status.json', '{"status":"partial","by":"CEC","at":"2024-03-11","reason":"counting"}'),
  ],
  'definition-missing': [{ [results]: 'station,A\nst1,1\n' }, sound],
};
