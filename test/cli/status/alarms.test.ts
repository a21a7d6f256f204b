import { expect, test } from 'vitest';
import { type Observed, ringing } from '../../../cli/status/alarms.ts';
import type { ElectionStatus, FileOutcome, FileStatus } from '../../../cli/status/election.ts';
import { alarmLines, electionLines } from '../../../cli/status/lines.ts';

const now = Date.parse('2024-03-10T22:00:00Z');
const limits = { oldestUploadMinutes: 45, publishLagMinutes: 30, rejectedPercent: 50 };

function at(minutesAgo: number): string {
  return new Date(now - minutesAgo * 60_000).toISOString();
}

function file(outcome: FileOutcome, minutesAgo: number, name = 'results/list/a.csv'): FileStatus {
  return { file: name, versionId: 'v1', at: at(minutesAgo), outcome, report: null };
}

function anElectionStatus(changes: Partial<ElectionStatus> = {}): ElectionStatus {
  return {
    election: 'xx-2024',
    status: 'partial',
    revision: 3,
    version: '1.0.0',
    unfinished: null,
    unpublishedSince: null,
    lagSeconds: 12.4,
    contests: [],
    files: [],
    failures: [],
    ...changes,
  };
}

function namesOf(changes: Partial<ElectionStatus>, queued: Observed['queued'] = 0): string[] {
  return ringing({ elections: [anElectionStatus(changes)], queued, now }, limits).map(({ alarm }) => alarm);
}

test('nothing rings where all is well', () => {
  expect(namesOf({ files: [file('accepted', 1), file('processing', 44)], unpublishedSince: at(29) })).toEqual(
    [],
  );
});

test.each([
  ['ExecutionFailed', { files: [file('failed', 1)] }, 0],
  ['OldestUpload', { files: [file('processing', 45)] }, 0],
  ['OldestUpload', { files: [file('waiting', 60)] }, 0],
  ['PublishLag', { unpublishedSince: at(30) }, 0],
  ['FailuresQueued', {}, 2],
])('%s rings for %j with %i in the queue', (alarm, changes, queued) => {
  expect(namesOf(changes, queued)).toEqual([alarm]);
});

test('a share of rejected uploads rings from ten uploads of a quarter of an hour on', () => {
  const files = (rejected: number, accepted: number, minutesAgo: number) => [
    ...Array.from({ length: rejected }, () => file('rejected', minutesAgo)),
    ...Array.from({ length: accepted }, () => file('accepted', minutesAgo)),
  ];

  expect(namesOf({ files: files(5, 5, 1) })).toEqual(['RejectedShare']);
  expect(namesOf({ files: files(4, 6, 1) })).toEqual([]);
  expect(namesOf({ files: files(9, 0, 1) })).toEqual([]);
  expect(namesOf({ files: files(50, 0, 16) })).toEqual([]);
});

test('an alarm says why, and where it is said what to do', () => {
  const observed = { elections: [anElectionStatus({ files: [file('processing', 50)] })], queued: 0, now };

  const lines = alarmLines(ringing(observed, limits), 0).map(({ text }) => text);

  expect(lines).toEqual([
    `OldestUpload: An upload has been in work for too long. xx-2024/results/list/a.csv since ${at(50)}.`,
    '  See docs/operations.md#an-upload-is-stuck',
  ]);
});

test('says when nobody has looked into the queue', () => {
  expect(alarmLines([], 0)[0]?.text).toBe('No alarm would ring.');
  expect(alarmLines([], null)[0]?.text).toContain('--queue');
});

test('an election is one line with what is open below it: completeness, rejected of the last day, lag', () => {
  const election = anElectionStatus({
    contests: [
      { contest: 'list', reported: 2, expected: 4 },
      { contest: 'council', reported: 1, expected: 2 },
    ],
    files: [file('rejected', 60), file('rejected', 60 * 25), file('waiting', 3, 'turnout/noon.csv')],
    unpublishedSince: at(2),
  });

  const [head = '', ...open] = electionLines(election, now, false).map(({ text }) => text);

  for (const part of [
    'xx-2024',
    '3 of 6 protocols',
    '2 rejected (1 in the last day)',
    '1 waiting',
    `unpublished since ${at(2)}`,
    'published after 13 s',
  ])
    expect(head).toContain(part);
  expect(open).toEqual([`  waiting    turnout/noon.csv  since ${at(3)}`]);
});

test('a whole election says how complete each contest is, where that is known', () => {
  const contests = [
    { contest: 'list', reported: 2, expected: 4 },
    { contest: 'council', reported: 1, expected: null },
  ];

  const lines = electionLines(anElectionStatus({ contests }), now, true).map(({ text }) => text);

  expect(lines.slice(1)).toEqual([
    '  list: 2 of 4 protocols',
    '  council: 1 of an unknown number of protocols',
  ]);
});
