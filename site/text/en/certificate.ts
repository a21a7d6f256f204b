/** The page that explains step by step how a result follows from its votes, and the page of turnout through the day. */
export const certificate = {
  title: 'How the result follows from the votes: {contest}',
  intro:
    'The certificate of the allocation, step by step: what the law asks, and what it makes of the votes, in exact numbers.',
  step: 'Step {number}',
  steps: 'The steps',
  result: 'The result',
  standing: 'Seats after this step',
  checking: 'Your browser is computing the result anew …',
  holds: 'Computed anew: from these votes your browser comes to the same result.',
  fails: 'From these votes your browser comes to another result than the certificate states.',
  unknown: 'Your browser cannot compute this system anew.',
  declared: 'Computed and declared',
  file: 'The certificate as a file',
  none: 'No votes have been published, so there is nothing to explain.',
  change: 'What if the rule were another?',
};

/** The page of turnout through the day. */
export const turnoutDay = {
  title: 'Turnout through the day: {area}',
  measure: 'Turnout',
  areas: 'Areas within {area}',
  up: 'Back to {area}',
  file: 'All numbers as a file',
};
