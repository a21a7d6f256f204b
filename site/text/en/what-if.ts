import type { Plural } from '../format.ts';

const threshold: Plural = { one: '{count} list takes part.', other: '{count} lists take part.' };

/** The page that computes the seats anew under another rule. */
export const whatIf = {
  title: 'What if? {contest}',
  intro:
    'The same votes under another rule, computed here in your browser by the program that allocated the seats. It changes nothing that is published, and says nothing of how people would have voted under that rule.',
  controls: 'The rule',
  threshold: 'Threshold, per cent of the votes',
  formula: 'Formula',
  seats: 'Seats',
  inForce: 'in force: {value}',
  reset: 'Back to the law in force',
  own: 'Formula of this law',
  result: 'The seats',
  same: 'This is the law in force: the seats are those of the certificate.',
  differs: 'Against the law in force: {changes}.',
  noChange: 'The seats are the same as under the law in force.',
  admitted: threshold,
  unrepresented: 'Votes for nobody in the house: {votes}.',
  notAllocated: 'Under this rule the seats cannot be given: {reason}.',
  option: 'List',
  votes: 'Votes',
  lawSeats: 'In force',
  otherSeats: 'Changed',
  difference: 'Difference',
  noList: 'Seats of this contest are not shared by lists, so there is no threshold and no formula to change.',
  noSeats: 'No seats have been allocated here yet.',
  wrong:
    'Your browser computes another result from the votes of this certificate than it states. Nothing can be built on it.',
  formulas: {
    hare: 'Largest remainder, Hare quota',
    droop: 'Largest remainder, Droop quota',
    'hagenbach-bischoff': 'Largest remainder, Hagenbach-Bischoff quota',
    dhondt: 'D’Hondt',
    'sainte-lague': 'Sainte-Laguë',
    'sainte-lague-modified': 'Sainte-Laguë, modified (1.4)',
    danish: 'Danish',
    'huntington-hill': 'Huntington-Hill',
    adams: 'Adams',
  },
};
