import { contestId, csv, listContest, registerCsv } from '../../support/builders.ts';
import type { Files } from '../checking.ts';
import { type Cases, changed, counts, results, sound, wide, withFile } from './support.ts';

/** Results of the same stations in a second contest. */
const twoContests = (cast: number): Files => ({
  ...changed({ contests: [listContest(), listContest({ id: contestId('mayor') })] }),
  'stations/register.csv': registerCsv,
  'results/list/all.csv': csv('station,cast', 'st1,500'),
  'results/mayor/all.csv': csv('station,cast', `st1,${cast}`),
});

/** The figures of one station, in a contest and between two. */
export const stationCases: Cases = {
  'votes-invalid-cast': [wide('st1,1000,500,500,10,300,100,80,11'), sound],
  'votes-valid': [
    withFile(results, 'station,valid,A,B\nst1,10,9,2\n'),
    withFile(results, 'station,valid,A,B\nst1,10,5,2\n'),
  ],
  'cast-over-issued': [wide('st1,1000,499,500,10,300,100,80,10'), sound],
  'issued-over-registered': [wide('st1,499,500,490,0,300,100,80,10'), sound],
  'turnout-over-100': [wide('st1,499,500,500,10,300,100,80,10'), sound],
  'received-issued-unused': [
    withFile(results, 'station,received,issued,unused\nst1,10,5,6\n'),
    withFile(results, 'station,received,issued,unused\nst1,11,5,6\n'),
  ],
  'invalid-share-high': [
    wide('st1,1000,500,500,51,300,100,39,10'),
    wide('st1,1000,500,500,50,300,100,40,10'),
  ],
  'no-votes': [wide('st1,1000,0,0,0,0,0,0,0'), sound],
  'valid-invalid-cast': [
    counts('cast,invalid,valid,A', '100,5,90,80'),
    counts('cast,invalid,valid,A', '100,5,95,80'),
  ],
  'issued-over-received': [counts('issued,received', '11,10'), counts('issued,received', '10,10')],
  'cast-over-received': [counts('cast,received', '11,10'), counts('cast,received', '10,10')],
  'unused-over-received': [counts('unused,received', '11,10'), counts('unused,received', '10,10')],
  'outside-over-issued': [counts('issued,outside', '10,11'), counts('issued,outside', '10,10')],
  'absentee-over-issued': [counts('issued,absentee', '10,11'), counts('issued,absentee', '10,10')],
  'cast-under-issued': [counts('issued,cast', '500,485'), counts('issued,cast', '500,486')],
  'blank-share-high': [counts('cast,blank', '100,4'), counts('cast,blank', '100,3')],
  'no-ballots': [counts('registered,cast', '10,0'), counts('registered,cast', '10,1')],
  'contests-cast-differ': [twoContests(474), twoContests(475)],
};
