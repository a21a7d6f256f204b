import { anElection, csv, listContest, registerCsv } from '../../../support/builders.ts';
import { type Upload, upload } from '../run/upload.ts';

/** What happens to an election: step after step; the uploads of a step come at the same time. */
export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Uploads that come at the same time. */
export interface Step {
  readonly name: string;
  readonly uploads: readonly Upload[];
  /** Only leads to the steps that follow, and goes without faults: another scenario has tried them there. */
  readonly prepares?: boolean;
}

const folder = 'uploads/xx-2024/';
const file = (number: number, name: string, content: string) => upload(number, `${folder}${name}`, content);
const header = 'station,registered,cast,invalid,A,B,C,against-all';
const status = (word: string, reason: string) =>
  JSON.stringify({ status: word, by: 'Commission', at: '2024-03-12', reason });

const definition = file(1, 'election.json', JSON.stringify(anElection({ contests: [listContest()] })));
const register = file(2, 'stations/register.csv', registerCsv);
const north = csv(
  header,
  'st1,1000,700,20,400,200,50,30',
  'st2,800,500,10,200,200,60,30',
  'st3,600,300,0,100,150,40,10',
);

/** The life of an upload, from the first file to the withdrawal. */
export const life: Scenario = {
  name: 'upload, correction, withdrawal',
  steps: [
    { name: 'definition', uploads: [definition] },
    { name: 'register', uploads: [register] },
    { name: 'upload', uploads: [file(3, 'results/list/north.csv', north)] },
    { name: 'rejected upload', uploads: [file(4, 'results/list/bad.csv', csv(header, 'st1,x,1,1,1,1,1,1'))] },
    {
      name: 'correction',
      uploads: [file(5, 'results/list/north.csv', north.replace(',400,200,50,', ',399,201,50,'))],
    },
    { name: 'same bytes again', uploads: [file(6, 'stations/register.csv', registerCsv)] },
    { name: 'withdrawal', uploads: [file(7, 'status.json', status('withdrawn', 'Recount ordered'))] },
  ],
};

/** Uploads at the same time, which fit together in any order. */
export const together: Scenario = {
  name: 'concurrent uploads',
  steps: [
    { name: 'definition', uploads: [definition], prepares: true },
    { name: 'register', uploads: [register], prepares: true },
    { name: 'upload', uploads: [file(3, 'results/list/north.csv', north)], prepares: true },
    {
      name: 'correction and upload at once',
      uploads: [
        file(4, 'results/list/north.csv', north.replace(',400,200,50,', ',399,201,50,')),
        file(5, 'results/list/south.csv', csv(header, 'st4,500,250,5,150,60,25,10')),
      ],
    },
  ],
};
