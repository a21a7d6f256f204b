import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { metricNamespace, metricUnits, type Observation } from '../model/observation.ts';
import { type Origin, originOf } from './origin.ts';

/** A stage, and how its outcomes are told. */
export interface Observed<Event, Result> {
  readonly stage: string;
  readonly run: (event: Event) => Promise<Result>;
  /** Of what it gave; `now` in milliseconds since 1970. */
  readonly tell: (result: Result, now: number) => Observation;
  /** Of an error that is part of the plan (a file that waits, another's turn) or counted apart; null for any other. */
  readonly tellError: (error: unknown) => Observation | null;
}

/**
 * The Lambda of a stage: runs it, writes one line of JSON about the attempt and its metrics (EMF, a line too), and gives its result or throws its error
 * as it is. Names, numbers and error types are written, never what a file holds; the message of an error is written by the runtime alone.
 *
 * The name of the installation is `POWERTOOLS_SERVICE_NAME`.
 */
export function observed<Event, Result>(
  { stage, run, tell, tellError }: Observed<Event, Result>,
  clock: () => number = Date.now,
): (event: Event, context: Context) => Promise<Result> {
  const [logger, metrics] = [new Logger(), new Metrics({ namespace: metricNamespace })];
  return async (event, context) => {
    logger.addContext(context);
    const [origin, begun] = [originOf(event), clock()];
    const write = ({ outcome, facts, counts }: Observation, level: 'info' | 'error') => {
      const age = ageOf(origin, begun);
      const durationMs = clock() - begun;
      logger[level](`${stage}: ${outcome}`, {
        stage,
        outcome,
        ...named(origin),
        ...age,
        ...facts,
        durationMs,
      });
      const all = { ...counts, ...(age && { UploadAge: age.ageSeconds }) };
      publish(metrics, { stage, ...named(origin), requestId: context.awsRequestId }, all);
    };
    try {
      const result = await run(event);
      write(tell(result, clock()), 'info');
      return result;
    } catch (error) {
      const told = tellError(error) ?? failureOf(error);
      const planned = told.outcome !== 'failed';
      // Lambda counts the error when the attempt began; the alarm takes one count from the other, period by period.
      if (planned) metrics.setTimestamp(begun);
      write(told, planned ? 'info' : 'error');
      throw error;
    }
  };
}

/** An attempt that ended in an error: its type, and its code, empty where it has none. `counts` adds to what is counted of it. */
export function failureOf(error: unknown, counts: Observation['counts'] = {}): Observation {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { outcome: 'failed', facts: { error: name, code }, counts: { StageFailures: 1, ...counts } };
}

function named({ execution, key }: Origin): Record<string, string> {
  return { ...(execution !== undefined && { execution }), ...(key !== undefined && { key }) };
}

/** Clocks of different machines may be a moment apart: no age is negative. */
function ageOf({ uploaded }: Origin, now: number): { ageSeconds: number } | undefined {
  return uploaded === undefined ? undefined : { ageSeconds: Math.max(0, (now - uploaded) / 1000) };
}

function publish(
  metrics: Metrics,
  about: Readonly<Record<string, string>>,
  counts: Partial<Readonly<Record<string, number>>>,
): void {
  for (const [name, unit] of Object.entries(metricUnits)) {
    const value = counts[name];
    if (value !== undefined) metrics.addMetric(name, unit, value);
  }
  for (const [key, value] of Object.entries(about)) metrics.addMetadata(key, value);
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
