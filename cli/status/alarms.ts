import type { Settings } from '../../infra/settings/settings.ts';
import { alarmRules, fewestUploads, shareMinutes } from '../../infra/watch/rules.ts';
import type { ElectionStatus, FileStatus } from './election.ts';

/** What the state of the pipeline says, beside the elections. */
export interface Observed {
  readonly elections: readonly ElectionStatus[];
  /** Events in the queue of failures; null where it is not known which queue that is. */
  readonly queued: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The limits that an operator may set. */
export type Limits = Pick<Settings, 'oldestUploadMinutes' | 'publishLagMinutes' | 'rejectedPercent'>;

/** An alarm that rings, or would on AWS, and why. */
export interface Ringing {
  readonly alarm: string;
  readonly says: string;
  /** Path and anchor of the article that says what to do. */
  readonly article: string;
  readonly because: string;
}

/**
 * The alarms whose cause can be seen in uploads, ledgers and queue, by the rules and limits of the deployed ones. Those of functions, table, key and site are
 * seen by CloudWatch alone.
 */
export function ringing(observed: Observed, limits: Limits): Ringing[] {
  return alarmRules.flatMap(({ name, says, article }) => {
    const because = causes[name]?.(observed, limits) ?? null;
    return because === null ? [] : [{ alarm: name, says, article: `docs/operations.md#${article}`, because }];
  });
}

type Cause = (observed: Observed, limits: Limits) => string | null;

// By the name of the alarm. What is not here cannot be seen from here.
const causes: Readonly<Record<string, Cause>> = {
  ExecutionFailed: ({ elections }) => {
    const failed = filesOf(elections).filter(({ outcome }) => outcome === 'failed');
    return failed[0] ? `${failed.length} not processed, the first ${failed[0].name}` : null;
  },
  FailuresQueued: ({ queued }) => (queued !== null && queued > 0 ? `${queued} in the queue` : null),
  OldestUpload: ({ elections, now }, { oldestUploadMinutes }) => {
    const [oldest] = filesOf(elections)
      .filter(({ outcome }) => outcome === 'processing' || outcome === 'waiting')
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return oldest && minutesSince(oldest.at, now) >= oldestUploadMinutes
      ? `${oldest.name} since ${oldest.at}`
      : null;
  },
  RejectedShare: ({ elections, now }, { rejectedPercent }) => {
    const recent = filesOf(elections).filter(({ at }) => minutesSince(at, now) < shareMinutes);
    const count = (outcome: string) => recent.filter((file) => file.outcome === outcome).length;
    const [rejected, all] = [count('rejected'), count('rejected') + count('accepted')];
    return all >= fewestUploads && rejected * 100 >= rejectedPercent * all
      ? `${rejected} of ${all} in the last ${shareMinutes} minutes`
      : null;
  },
  PublishLag: ({ elections, now }, { publishLagMinutes }) => {
    const late = elections.find(
      ({ unpublishedSince: since }) => since !== null && minutesSince(since, now) >= publishLagMinutes,
    );
    return late ? `${late.election} has changes of ${late.unpublishedSince} that are not published` : null;
  },
};

function filesOf(elections: readonly ElectionStatus[]): (FileStatus & { readonly name: string })[] {
  return elections.flatMap(({ election, files }) =>
    files.map((file) => ({ ...file, name: `${election}/${file.file}` })),
  );
}

function minutesSince(time: string, now: number): number {
  return (now - Date.parse(time)) / 60_000;
}
