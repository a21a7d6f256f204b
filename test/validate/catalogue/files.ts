import type { Files } from '../checking.ts';
import { base, type Cases, counts, followedBy, register, results } from './support.ts';

const soundRegister = register('st9,S,100');
const two = (name: string, first: string, second: string): Files => ({
  ...base,
  [`${name}/a.csv`]: first,
  [`${name}/b.csv`]: second,
});

/** Files that speak of the same place, and versions of one file. */
export const filesCases: Cases = {
  'field-conflict': [
    two('results/list', 'station,cast\nst1,5\n', 'station,cast\nst1,5\n'),
    two('results/list', 'station,cast\nst1,5\n', 'station,A\nst1,5\n'),
  ],
  'votes-conflict': [
    two('results/list', 'station,A\nst1,5\n', 'station,B\nst1,5\n'),
    two('results/list', 'station,A\nst1,5\n', 'station,B\nst2,5\n'),
  ],
  'station-elsewhere': [register('st1,N1,100'), soundRegister],
  'candidate-elsewhere': [
    two('candidates', 'contest,option,order\nlist,A,1\n', 'contest,option,order\nlist,A,1\n'),
    two('candidates', 'contest,option,order\nlist,A,1\n', 'contest,option,order\nlist,A,2\n'),
  ],
  'snapshot-elsewhere': [
    two(
      'turnout',
      'area,time,issued\nN,2024-03-10T10:00,1\n',
      'area,time,issued\nN,2024-03-10T09:00+05:00,1\n',
    ),
    two('turnout', 'area,time,issued\nN,2024-03-10T10:00,1\n', 'area,time,issued\nN,2024-03-10T12:00,1\n'),
  ],
  'part-missing': [
    two('results/list', 'station,cast\nst1,5\nst2,6\n', 'station,A\nst1,5\n'),
    two('results/list', 'station,cast\nst1,5\nst2,6\n', 'station,A\nst1,5\nst2,6\n'),
  ],
  'count-falls': [
    followedBy(counts('cast', '10'), results, 'station,cast\nst1,9\n'),
    followedBy(counts('cast', '10'), results, 'station,cast\nst1,10\n'),
  ],
  'station-vanishes': [
    followedBy(counts('cast', '10'), results, 'station,cast\nst2,9\n'),
    followedBy(counts('cast', '10'), results, 'station,cast\nst2,9\nst1,10\n'),
  ],
};
