import { csv } from '../../support/builders.ts';
import { type Cases, day, soundDay, turnout, withFile } from './support.ts';

/** Snapshots of the turnout. */
export const turnoutCases: Cases = {
  'turnout-empty': [day('N,2024-03-10T10:00,,'), soundDay],
  'turnout-falls': [day('N,2024-03-10T12:00,200,41.07', 'N,2024-03-10T10:00,100,49.14'), soundDay],
  'turnout-over-registered': [
    withFile(turnout, csv('area,time,registered,issued', 'N,2024-03-10T10:00,10,11')),
    withFile(turnout, csv('area,time,registered,issued', 'N,2024-03-10T10:00,10,10')),
  ],
  'turnout-percent-differs': [
    withFile(turnout, csv('area,time,registered,issued,percent', 'N,2024-03-10T10:00,1000,500,50.2')),
    withFile(turnout, csv('area,time,registered,issued,percent', 'N,2024-03-10T10:00,1000,500,50.1')),
  ],
};
