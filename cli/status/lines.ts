import type { Line } from '../command.ts';
import { counted, findingLines } from '../outcome.ts';
import type { Ringing } from './alarms.ts';
import type { ElectionStatus, FileOutcome, FileStatus } from './election.ts';

/** What rings, and where it is said what to do; one line when nothing does. */
export function alarmLines(ringing: readonly Ringing[], queued: number | null): Line[] {
  if (ringing.length === 0) {
    const queue = queued === null ? '; nobody looked into the queue of failures (--queue)' : '';
    return [{ text: `No alarm would ring${queue}.`, style: 'success' }];
  }
  return ringing.flatMap(({ alarm, says, because, article }): Line[] => [
    { text: `${alarm}: ${says} ${because}.`, style: 'error' },
    { text: `  See ${article}` },
  ]);
}

/** One line of an election; with `whole`, its contests, files, findings and failures too. `now` in milliseconds since 1970. */
export function electionLines(election: ElectionStatus, now: number, whole: boolean): Line[] {
  const { contests, files, failures } = election;
  const head = { text: headOf(election, now) };
  const open = files.filter(({ outcome }) => outcome === 'processing' || outcome === 'waiting');
  if (!whole) return [head, ...open.map((file) => ({ text: openLine(file) }))];
  return [
    head,
    ...contests.map(({ contest, reported, expected }) => ({
      text: `  ${contest}: ${reported} of ${expected ?? 'an unknown number of'} protocols`,
    })),
    ...files.flatMap(fileLines),
    ...failures.map(({ at, key, error, cause }) => ({ text: `  failed ${at} ${key}: ${error} ${cause}` })),
  ];
}

function headOf(election: ElectionStatus, now: number): string {
  const { version, status, revision, files, failures, unfinished, unpublishedSince, lagSeconds } = election;
  const count = (outcome: FileOutcome) => files.filter((file) => file.outcome === outcome).length;
  const [rejected, waiting, working] = [count('rejected'), count('waiting'), count('processing')];
  const lately = files.filter(
    ({ outcome, at }) => outcome === 'rejected' && now - Date.parse(at) < day,
  ).length;
  return [
    election.election.padEnd(28),
    (version ?? '—').padEnd(8),
    status.padEnd(10),
    `revision ${revision}`,
    counted(files.length, 'file'),
    ...completeness(election),
    ...(rejected > 0 ? [`${rejected} rejected (${lately} in the last day)`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(working > 0 ? [`${working} in work`] : []),
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
    ...(unfinished ? [`publishing ${unfinished}`] : []),
    ...(unpublishedSince ? [`unpublished since ${unpublishedSince}`] : []),
    ...(lagSeconds === null ? [] : [`published after ${Math.ceil(lagSeconds)} s`]),
  ].join('  ');
}

const day = 86_400_000;

/** All contests together, where it is known of all how many protocols they expect. */
function completeness({ contests }: ElectionStatus): string[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const expected = contests.flatMap((contest) => contest.expected ?? []);
  const reported = sum(contests.map((contest) => contest.reported));
  if (contests.length === 0 || expected.length < contests.length) return [];
  return [`${reported} of ${sum(expected)} protocols`];
}

function openLine({ outcome, file, at }: FileStatus): string {
  return `  ${outcome.padEnd(10)} ${file}  since ${at}`;
}

function fileLines({ file, at, outcome, report }: FileStatus): Line[] {
  const text = `  ${outcome.padEnd(10)} ${file}  ${at}  ${counted(report?.records ?? 0, 'record')}, ${counted(report?.warnings ?? 0, 'warning')}`;
  return [{ text }, ...(report ? findingLines(report).map((line) => ({ text: `  ${line}` })) : [])];
}
