import { csv } from '../../support/builders.ts';
import {
  type Cases,
  candidates,
  day,
  list,
  long,
  sound,
  soundDay,
  soundLong,
  wide,
  withFile,
} from './support.ts';

const soundList = list('list,A,1,Ann,yes');
const identified = (cells: string) =>
  withFile(candidates, csv('contest,option,order,person,status', `list,A,1,${cells}`));

/** Cells that do not hold what their column asks for. */
export const countsCases: Cases = {
  'count-not-whole': [wide('st1,1000,500,500,10,300.5,100,80,10'), sound],
  'count-too-large': [wide('st1,1000,500,500,10,9007199254740992,100,80,10'), sound],
  'percent-invalid': [day('N,2024-03-10T10:00,,100.1'), soundDay],
  'time-invalid': [day('N,2024-02-30T10:00,1,1'), soundDay],
  'flag-invalid': [list('list,A,1,Ann,perhaps'), soundList],
  'order-invalid': [list('list,A,0,Ann,yes'), soundList],
  'person-invalid': [identified('<script>,'), identified('p-1,')],
  'candidate-status-invalid': [identified('p-1,gone'), identified('p-1,Withdrawn')],
  'count-conflict': [long('st1,500,A,300,S1', 'st1,501,B,100,S1'), soundLong],
  'birth-date-invalid': [
    withFile(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-02-30')),
    withFile(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999')),
  ],
};
