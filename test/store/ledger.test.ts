import { expect, test } from 'vitest';
import type { Entry } from '../../functions/model/ledger.ts';
import { tableLedger } from '../../functions/store/ledger.ts';
import { ledgerKey } from '../../functions/store/records.ts';
import { emptyState, memoryClients, places } from '../reliability/support/aws/memory.ts';
import { entryAfter, newElection } from './conformance/build.ts';

test('a process that has read a ledger reads on from the last entry that it knows', async () => {
  const { open } = table();
  const election = newElection();
  const ledger = await append(open().ledger, election, 12);
  const reader = open();
  await reader.ledger.read(election);
  const before = reader.items();

  const longer = await append(open().ledger, election, 3, ledger);
  const read = await reader.ledger.read(election);

  expect(read).toEqual(longer);
  expect(before).toBe(12);
  expect(reader.items() - before).toBe(4);
});

test('what whoever reads does to the entries that it got changes nothing for the next', async () => {
  const { open } = table();
  const election = newElection();
  const { ledger } = open();
  const written = await append(ledger, election, 3);

  (await ledger.read(election)).length = 0;

  expect(await ledger.read(election)).toEqual(written);
});

test.each([
  { what: 'ends earlier', others: 0 },
  { what: 'has gone on otherwise', others: 3 },
  { what: 'has gone on otherwise, and further', others: 7 },
])('a table that was restored and $what is read anew', async ({ others }) => {
  const { open, state } = table();
  const election = newElection();
  const reader = open();
  const whole = await append(open().ledger, election, 5);
  await reader.ledger.read(election);
  for (const { number } of whole.slice(2)) state.items.get(election)?.delete(ledgerKey(election, number).sk);
  const other = await append(open().ledger, election, others, whole.slice(0, 2), '2.0.0');

  expect(await reader.ledger.read(election)).toEqual(other);
});

test('an entry that does not follow from those that are known is refused', async () => {
  const { open } = table();
  const election = newElection();
  const { ledger } = open();
  const known = await append(ledger, election, 2);
  await ledger.read(election);
  const changed = known.map((entry) => ({ ...entry, at: '1999-01-01T00:00:00Z' }));
  await ledger.append(entryAfter(changed, election));

  await expect(ledger.read(election)).rejects.toMatchObject({
    code: 'ledger-broken',
    message: expect.stringContaining('entry 3'),
  });
});

test('of many elections those that were read last are known', async () => {
  const { open } = table();
  const elections = Array.from({ length: 5 }, newElection);
  const reader = open();
  for (const election of elections) await append(open().ledger, election, 10);
  for (const election of elections) await reader.ledger.read(election);
  const before = reader.items();

  await reader.ledger.read(elections[4] ?? newElection());
  const lately = reader.items() - before;
  await reader.ledger.read(elections[0] ?? newElection());

  expect(lately).toBe(1);
  expect(reader.items() - before - lately).toBe(10);
});

/** A table in memory, and ledgers over it, each as in a process of its own, which count the items that they were given. */
function table() {
  const state = emptyState();
  return {
    state,
    open() {
      let items = 0;
      const { dynamodb } = memoryClients(() => state);
      dynamodb.middlewareStack.add(
        (next) => async (args) => {
          const reply = await next(args);
          if ('Items' in reply.output) items += reply.output.Items?.length ?? 0;
          return reply;
        },
        { step: 'initialize', priority: 'high' },
      );
      return {
        ledger: tableLedger({ client: dynamodb, name: places.recordsTable }),
        items: () => items,
      };
    },
  };
}

async function append(
  ledger: ReturnType<typeof tableLedger>,
  election: ReturnType<typeof newElection>,
  more: number,
  from: readonly Entry[] = [],
  version = '1.0.0',
): Promise<readonly Entry[]> {
  const entries = [...from];
  for (let count = 0; count < more; count += 1) {
    const entry = entryAfter(entries, election, version);
    await ledger.append(entry);
    entries.push(entry);
  }
  return entries;
}
