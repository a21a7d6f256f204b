import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BusWays, createBus, type StartTarget, type Undelivered } from '../../../local/events/bus.ts';
import { type BusEvent, openJournal } from '../../../local/events/journal.ts';
import { temporaryFolder } from '../support/assembly.ts';

const target = { arn: 'machine', deadLetters: undefined };
const rule = {
  logicalId: 'Uploads',
  arn: 'rule',
  enabled: true,
  pattern: { source: ['aws.s3'] },
  targets: [target],
};
const event: BusEvent = { id: 'e1', source: 'aws.s3', time: '2026-01-01T00:00:00Z' };

/** Ways of a bus whose events start what is given. */
function ways(start: StartTarget, log: (line: string) => void = () => undefined): BusWays {
  return { start, log, setAside: () => Promise.reject(new Error('nothing is set aside')) };
}

describe('createBus', () => {
  it('has an event on disk before it says that it took it, and until its target is done', async () => {
    const folder = await temporaryFolder();
    const ending = Promise.withResolvers<boolean>();
    const bus = createBus(
      [rule],
      await openJournal(folder),
      ways(() => ending.promise),
    );

    await bus.put(event);

    expect(await readdir(folder)).toEqual(['e1.json']);
    ending.resolve(true);
    await expect.poll(() => readdir(folder)).toEqual([]);
  });

  it('drops what no rule wants, and what only a disabled rule wants', async () => {
    const folder = await temporaryFolder();
    const started: string[] = [];
    const journal = await openJournal(folder);
    const bus = createBus(
      [{ ...rule, enabled: false }],
      journal,
      ways(async (arn) => started.push(arn) > 0),
    );

    await bus.put(event);

    expect(started).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('delivers again, in order, what was cut short in an earlier life', async () => {
    const folder = await temporaryFolder();
    const first = createBus(
      [rule],
      await openJournal(folder),
      ways(async () => false),
    );
    await first.put({ ...event, id: 'late', time: '2026-01-01T00:00:02Z' });
    await first.put({ ...event, id: 'early', time: '2026-01-01T00:00:01Z' });
    const delivered: string[] = [];
    const next = createBus(
      [rule],
      await openJournal(folder),
      ways(async (_, { id }) => delivered.push(id) > 0),
    );

    const count = await next.redeliver();

    expect(count).toBe(2);
    await expect.poll(() => readdir(folder)).toEqual([]);
    expect(delivered).toEqual(['early', 'late']);
  });

  it('keeps an event whose target cannot be started, and says so', async () => {
    const folder = await temporaryFolder();
    const lines: string[] = [];
    const start = (): Promise<boolean> => Promise.reject(new Error('no such machine'));
    const bus = createBus(
      [rule],
      await openJournal(folder),
      ways(start, (line) => lines.push(line)),
    );

    await bus.put(event);

    await expect.poll(() => lines).toEqual([expect.stringContaining('e1 stays in the journal')]);
    expect(await readdir(folder)).toEqual(['e1.json']);
  });

  it('sets an event aside that its target cannot be started on, and forgets it once it lies there', async () => {
    const folder = await temporaryFolder();
    const aside: [string, BusEvent, Undelivered][] = [];
    const withQueue = { ...rule, targets: [{ ...target, deadLetters: 'queue' }] };
    const bus = createBus([withQueue], await openJournal(folder), {
      ...ways(() => Promise.reject(new Error('no such machine'))),
      setAside: async (...called) => void aside.push(called),
    });

    await bus.put(event);

    await expect.poll(() => readdir(folder)).toEqual([]);
    expect(aside).toEqual([
      ['queue', event, { rule: 'rule', target: 'machine', message: 'no such machine' }],
    ]);
  });

  it('keeps an event that cannot be set aside either', async () => {
    const folder = await temporaryFolder();
    const lines: string[] = [];
    const withQueue = { ...rule, targets: [{ ...target, deadLetters: 'queue' }] };
    const start = (): Promise<boolean> => Promise.reject(new Error('no such machine'));
    const bus = createBus(
      [withQueue],
      await openJournal(folder),
      ways(start, (line) => lines.push(line)),
    );

    await bus.put(event);

    await expect.poll(() => lines).toEqual([expect.stringContaining('nothing is set aside')]);
    expect(await readdir(folder)).toEqual(['e1.json']);
  });
});

describe('openJournal', () => {
  it('forgets events that were never completely written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'e2.part'), '{"id":');

    const journal = await openJournal(folder);

    expect(await journal.left()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a damaged file by name instead of skipping an upload silently', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'e3.json'), 'not json');

    const journal = await openJournal(folder);

    await expect(journal.left()).rejects.toMatchObject({
      code: 'journal-unreadable',
      message: expect.stringContaining('e3.json'),
    });
  });
});
