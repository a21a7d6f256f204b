import type { Decision, Words } from '../words.ts';

/** README.md */
export const english: Words = {
  language: 'English',
  synthetic: (of, seed) =>
    `**SYNTHETIC DATA.** These protocols are made up. They sum to the totals of \`${of}\` (seed ${seed}); no station reported them.`,
  withdrawn: (by, reason) => `**WITHDRAWN** by ${by}: ${reason} Do not use these data any more.`,
  facts: {
    election: 'Election',
    authority: 'Authority',
    version: 'Version',
    licence: 'Licence',
    begun: (revision, at) => `revision ${revision} of the ledger, begun ${at}`,
    follows: (version) => `follows ${version}, see \`changes.csv\``,
    first: 'the first release',
    status: 'Status',
    is: {
      partial: 'partial',
      complete: 'complete',
      certified: 'certified',
      corrected: 'corrected',
      withdrawn: 'withdrawn',
    },
    undeclared: 'nobody has declared more',
    declared: (by, at) => `says ${by} (${at})`,
  },
  results: {
    title: 'Results',
    protocols: (reported, expected) => `${reported} of ${expected ?? 'an unknown number of'} protocols`,
    provisional: 'provisional',
    cast: (percent) => `Of the registered voters ${percent} % took part.`,
    issued: (percent) => `Ballots were issued to ${percent} % of the registered voters.`,
    declared: {
      adopted: 'Declared: adopted.',
      rejected: 'Declared: rejected.',
      invalid: 'Declared: invalid.',
    },
    columns: ['Option', 'Votes', 'Seats computed', 'Seats declared'],
    unpublished: {
      title: 'Contests without published votes',
      text: 'No votes of these contests have been published; nothing is computed for them.',
      columns: ['Contest', 'Declared elected', 'Note'],
    },
  },
  outcome: {
    elected: (name) => `Elected: ${name}.`,
    runoff: (names) => `No majority; a second round between ${names}.`,
    repeatVoting: (names) => `Another vote among ${names}.`,
    repeatElection: {
      turnout: 'Too few took part: a new election.',
      minimum: 'Not every seat has a candidate with the votes that the law asks for: a new election.',
      'against-all': 'Against all has more votes: a new election.',
      tie: 'The only candidates are tied: a new election.',
    },
    lots: (names) => `A tie that the law leaves to lots, among ${names}.`,
    undetermined: (reason) => `The law gives no result: ${reason}`,
    decided: { adopted: decided('adopted'), rejected: decided('rejected'), invalid: decided('invalid') },
  },
  margins: {
    missed: (voters) =>
      `${voters ?? 'an unknown number of'} voters are registered where protocols are missing`,
    decided: (missed) => `**Decided**: ${missed}; whatever they vote, this is the result.`,
    open: (missed) => `**Open**: ${missed}; the result can still change.`,
    unbounded: () => '**Open**: what can still come is not bounded.',
    turn: (needed) => `It stands while fewer than ${needed} voters are missing.`,
  },
  scenarios: {
    title: 'The same votes under other rules',
    disclaimer:
      'Nobody voted under these rules, and some voters and parties would have acted otherwise under them: this is arithmetic, not a forecast.',
    columns: ['Seats under the law in force', 'Seats under these rules'],
    comesOut: {
      runoff: 'Under these rules a second round follows.',
      'repeat-voting': 'Under these rules another vote follows.',
      'repeat-election': 'Under these rules a new election follows.',
      'lots-required': 'Under these rules lots must be drawn.',
      undetermined: 'These rules give no result.',
      adopted: 'Under these rules the question is adopted.',
      rejected: 'Under these rules the question is rejected.',
      invalid: 'Under these rules the vote is invalid.',
      'no-results': 'No votes have been published.',
    },
  },
  files: {
    title: 'Files',
    columns: ['File', 'Bytes', 'What it holds'],
    allocation: (certificates) =>
      `The certificate of each contest, under the law in force and under each scenario (${certificates}): how its result follows from its votes; and the same in sentences, in English, Kazakh and Russian (.md).`,
    vouch: '`manifest.json` and `SHA256SUMS` vouch for all of them: `sha256sum -c SHA256SUMS`.',
  },
  computed: `## How it was computed

Every number of every protocol is in \`results.csv\` with the source and the uploaded file it came from. \`totals.csv\` are their
sums up the tree of areas. Seats follow from the totals under the law with exact arithmetic; \`allocation/\` has, for each contest,
every step with its article, for programs and in sentences. An empty cell was not reported: it is never zero. Inconsistencies of the
protocols are kept as they are and listed in \`findings.csv\`. \`indicators.csv\` holds what statistics say of the stations: questions to
ask, never verdicts. \`ledger.ndjson\` is the log of all that was accepted or rejected; \`summary.json\` lists the uploads that are
rejected still. CSV files are UTF-8 by RFC 4180; a text that a spreadsheet would run as a formula has an apostrophe before it.`,
  notes: 'Notes',
  sources: 'Sources',
};

function decided(decision: Decision): (unknown: string | null) => string {
  return (unknown) => {
    const aside = unknown === null ? '' : `, as far as published figures tell (not known: ${unknown})`;
    return `Outcome: ${decision}${aside}.`;
  };
}
