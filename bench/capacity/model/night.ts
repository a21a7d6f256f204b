import { byStage, type Counted } from '../measure/meter.ts';
import { kinds, noUsage, type Usage } from '../measure/usage.ts';
import { Agenda } from './agenda.ts';
import { Processes } from './processes.ts';
import type { Shape } from './shape.ts';
import {
  allocate,
  type Before,
  checkAgain,
  checkResults,
  covered,
  idle,
  ledgerReadings,
  ledgerUnits,
  publish,
  type Standing,
} from './stages.ts';
import { againSeconds, allocateSeconds, checkSeconds, coveredSeconds, publishSeconds } from './times.ts';

/** What became of a night of results. */
export interface Night {
  readonly usage: Record<Counted, Usage>;
  /** Seconds of Lambdas, by stage. */
  readonly seconds: Record<Counted, number>;
  /** The longest run of each stage. */
  readonly longest: Record<Counted, number>;
  readonly transitions: number;
  readonly releases: number;
  /** Publishers that wrote a release beside the one that was at it, taking it for dead. */
  readonly doubled: number;
  /** Checks that were made again because another upload had come first. */
  readonly repeated: number;
  /** Executions that gave up. */
  readonly failed: number;
  /** Lambdas at one time, at the most. */
  readonly concurrent: number;
  /** Read units that the partition of the ledger serves in a second, at the most, over ten seconds. */
  readonly ledgerReads: number;
  /** Seconds from the last upload to the release that holds it. */
  readonly until: number;
}

// infra/pipeline/states.ts and functions/publish/turn.ts, functions/validate/handler.ts.
const turns = { first: 2, rate: 1.5, longest: 20, most: 120 };
const faults = { first: 2, rate: 2, longest: 60, most: 6 };
const patience = { shortest: 60, each: 0.0004, longest: 900 };
const mostAttempts = 30;

// Over how many seconds reads of the ledger are averaged.
const window = 10;
/**
 * Plays the night: results come evenly, each through its own execution of the state machine, over the state that they share. What an
 * execution does when it meets another is what the code does: a check that lost its number begins again, a publisher waits for its turn, finds
 * itself covered, takes a slow one for dead, or gives up. Jitter comes from a fixed row of numbers, so that the same shape gives the same
 * night. No limit of AWS is heeded here: see limits.ts.
 *
 * @param together whether all files of a version come at the same moment
 */
export function playNight(shape: Shape, together = false): Night {
  const night = new Play(shape);
  const uploads = shape.files * shape.versions;
  for (let upload = 0; upload < uploads; upload += 1) {
    const place = together ? Math.floor(upload / shape.files) * shape.files : upload;
    night.agenda.after((place / uploads) * shape.seconds, () => night.begin(upload));
  }
  night.agenda.run();
  return night.result();
}

/** What a Lambda does: what it uses where it stands, and how long that takes. */
interface Work {
  readonly of: (at: Standing) => Usage;
  readonly seconds: (usage: Usage) => number;
}

class Play {
  readonly agenda = new Agenda();
  private readonly shape: Shape;
  private readonly perFile: number;
  private readonly patience: number;
  private readonly usage = byStage(noUsage);
  private readonly seconds = byStage(() => 0);
  private readonly longest = byStage(() => 0);
  private readonly counts = { transitions: 0, releases: 0, doubled: 0, repeated: 0, failed: 0 };
  /** By the number of the ten seconds. */
  private readonly ledgerReads = new Map<number, number>();
  private readonly processes = new Processes();
  private readonly inForce = new Set<number>();
  private running = 0;
  private concurrent = 0;
  private entries: number;
  private revision = 0;
  private changed = 0;
  private logged = 0;
  private lastUpload = 0;
  private lastRelease = 0;
  private published = { revision: 0, results: 0 };
  private atWork: { revision: number; results: number; changed: number; since: number } | null = null;
  private random = 1;

  constructor(shape: Shape) {
    this.shape = shape;
    this.perFile = shape.stations / shape.files;
    // The definition and the registers came on the days before.
    this.entries = 1 + shape.files;
    const { shortest, each, longest } = patience;
    this.patience = Math.min(longest, shortest + 2 * shape.stations * each);
  }

  /** An upload comes: its execution begins. */
  begin(upload: number): void {
    this.lastUpload = this.agenda.now;
    // Validate, Accepted?, Allocate, Publish, Done.
    this.counts.transitions += 5;
    this.check(upload % this.shape.files, 1, 0);
  }

  result(): Night {
    return {
      usage: this.usage,
      seconds: this.seconds,
      longest: this.longest,
      ...this.counts,
      concurrent: this.concurrent,
      ledgerReads: Math.max(0, ...this.ledgerReads.values()) / window,
      until: this.lastRelease - this.lastUpload,
    };
  }

  private check(file: number, attempt: number, retries: number): void {
    const seen = this.entries;
    const first = attempt === 1;
    const work: Work = first
      ? { of: checkResults, seconds: (usage) => checkSeconds(usage, this.shape.stations) }
      : { of: checkAgain, seconds: againSeconds };
    this.lambda('results', work, () => {
      if (this.entries === seen) this.accept(file);
      else if (attempt < mostAttempts) this.again(file, attempt, retries);
      else this.retry(faults, retries, () => this.check(file, 1, retries + 1));
    });
  }

  private again(file: number, attempt: number, retries: number): void {
    this.counts.repeated += 1;
    this.check(file, attempt + 1, retries);
  }

  private accept(file: number): void {
    this.entries += 1;
    this.revision = this.entries;
    this.inForce.add(file);
    this.changed += this.perFile;
    const { revision } = this;
    this.lambda('allocate', { of: allocate, seconds: allocateSeconds }, () => this.publish(revision, 0));
  }

  private publish(revision: number, waited: number): void {
    if (this.published.revision >= revision) {
      this.lambda(
        'covered',
        { of: (at) => covered(at, this.logged), seconds: coveredSeconds },
        () => undefined,
      );
      return;
    }
    const { atWork } = this;
    if (atWork !== null && this.agenda.now - atWork.since < this.patience) {
      this.lambda('idle', { of: idle, seconds: coveredSeconds }, () =>
        this.retry(turns, waited, () => this.publish(revision, waited + 1)),
      );
      return;
    }
    if (atWork !== null) this.counts.doubled += 1;
    this.write(revision, waited);
  }

  private write(revision: number, waited: number): void {
    this.atWork ??= {
      revision: this.revision,
      results: this.inForce.size,
      changed: this.changed,
      since: this.agenda.now,
    };
    const mine = this.atWork;
    const before: Before = { results: this.published.results, changed: mine.changed, logged: this.logged };
    const stations = mine.results * this.perFile;
    const work: Work = {
      of: (at) => publish({ ...at, results: mine.results }, before),
      seconds: (usage) => publishSeconds(usage, stations, mine.changed),
    };
    this.lambda('publish', work, () => {
      if (this.atWork === mine) this.finish(mine);
      if (this.published.revision < revision) this.publish(revision, waited);
    });
  }

  private finish({ revision, results, changed }: NonNullable<Play['atWork']>): void {
    this.atWork = null;
    this.published = { revision, results };
    this.changed -= changed;
    this.logged += changed + 1;
    this.entries += 2;
    this.counts.releases += 1;
    this.lastRelease = this.agenda.now;
  }

  private lambda(stage: Counted, work: Work, then: () => void): void {
    const at = this.at(this.processes.take(stage, this.agenda.now));
    const usage = work.of(at);
    const seconds = work.seconds(usage);
    for (const kind of kinds) this.usage[stage][kind] += usage[kind];
    this.seconds[stage] += seconds;
    this.longest[stage] = Math.max(this.longest[stage], seconds);
    this.running += 1;
    const place = Math.floor(this.agenda.now / window);
    const reads = ledgerUnits(at, ledgerReadings[stage]);
    this.ledgerReads.set(place, (this.ledgerReads.get(place) ?? 0) + reads);
    this.concurrent = Math.max(this.concurrent, this.running);
    this.agenda.after(seconds, () => {
      this.running -= 1;
      this.processes.give(stage, at.entries, this.agenda.now);
      then();
    });
  }

  private retry(policy: typeof turns, retries: number, again: () => void): void {
    if (retries >= policy.most) {
      this.counts.failed += 1;
      return;
    }
    this.counts.transitions += 1;
    this.agenda.after(Math.min(policy.longest, policy.first * policy.rate ** retries) * this.jitter(), again);
  }

  /** From 0 to 1, as full jitter has it (Park and Miller). */
  private jitter(): number {
    this.random = (this.random * 48_271) % 2_147_483_647;
    return this.random / 2_147_483_647;
  }

  private at(known: number): Standing {
    const { perFile, entries } = this;
    return { registers: this.shape.files, results: this.inForce.size, perFile, entries, known };
  }
}
