import { areaId, csv, listContest, registerCsv } from '../../support/builders.ts';
import {
  areas,
  type Cases,
  changed,
  definition,
  long,
  results,
  sound,
  soundAreas,
  soundLong,
  wide,
  withFile,
} from './support.ts';

/** What a row names: contest, area, station, option, source. */
export const referencesCases: Cases = {
  'code-lookalike': [wide('\u0455t1,1000,500,500,10,300,100,80,10'), sound],
  'register-missing': [{ 'election.json': definition, [results]: 'station,A\nst1,1\n' }, sound],
  'register-incomplete': [
    {
      'election.json': definition,
      'stations/register.csv': csv('station,area', 'st1,N1'),
      [results]: 'area,station,A\nS,st4,1\n',
    },
    withFile(results, 'area,station,A\nS,st4,1\n'),
  ],
  'contest-unknown': [withFile('results/mayor/all.csv', 'station,A\nst1,1\n'), sound],
  'area-unknown': [areas('Q,,10,20'), soundAreas],
  'area-outside': [
    {
      ...changed({ contests: [listContest({ area: areaId('N') })] }),
      'stations/register.csv': registerCsv,
      [results]: 'station,A\nst4,1\n',
    },
    sound,
  ],
  'area-not-reporting': [areas('N1,,10,20'), soundAreas],
  'station-invalid': [wide('st#1,1000,500,500,10,300,100,80,10'), sound],
  'station-unknown': [wide('st7,1000,500,500,10,300,100,80,10'), sound],
  'station-unexpected': [areas('N,st1,10,20'), soundAreas],
  'station-area-mismatch': [
    withFile(results, 'station,area,A\nst1,S,1\n'),
    withFile(results, 'station,area,A\nst1,N,1\n'),
  ],
  'option-unknown': [long('st1,500,Z,300,S1'), soundLong],
  'source-unknown': [long('st1,500,A,300,S1;S9'), soundLong],
};
