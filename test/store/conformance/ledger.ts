import { expect, it } from 'vitest';
import { aCertificate, entryAfter, newElection } from './build.ts';
import type { Subject } from './subject.ts';

/** What every ledger and every keeper of allocations promises. */
export function ledgerSuite(subject: () => Subject): void {
  it('reads an election without entries as an empty ledger', async () => {
    expect(await subject().store.ledger.read(newElection())).toEqual([]);
  });

  it('lets one of 20 writers of the same number win', async () => {
    const { ledger } = subject().store;
    const election = newElection();
    const entries = Array.from({ length: 20 }, (_, index) => entryAfter([], election, `1.0.${index}`));

    const won = await Promise.all(entries.map((entry) => ledger.append(entry)));

    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await ledger.read(election)).toEqual([entries[won.indexOf(true)]]);
  });

  it('takes the same entry again for the one that is there', async () => {
    const { ledger } = subject().store;
    const entry = entryAfter([], newElection());
    await ledger.append(entry);

    expect(await ledger.append(entry)).toBe(true);
    expect(await ledger.read(entry.election)).toEqual([entry]);
  });

  it('keeps the order of entries past nine, and those of other elections apart', async () => {
    const { ledger } = subject().store;
    const election = newElection();
    await ledger.append(entryAfter([], newElection()));
    for (let number = 1; number <= 12; number++)
      await ledger.append(entryAfter(await ledger.read(election), election));

    const entries = await ledger.read(election);

    expect(entries.map((entry) => entry.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('refuses a ledger whose chain does not hold', async () => {
    const { ledger } = subject().store;
    const election = newElection();
    const first = entryAfter([], election);
    await ledger.append(first);
    await ledger.append(entryAfter([{ ...first, at: '1999-01-01T00:00:00Z' }], election));

    await expect(ledger.read(election)).rejects.toMatchObject({ code: 'ledger-broken' });
  });

  it('refuses a ledger with a gap', async () => {
    const { ledger } = subject().store;
    const election = newElection();
    const first = entryAfter([], election);
    await ledger.append(entryAfter([first], election));

    await expect(ledger.read(election)).rejects.toMatchObject({ code: 'ledger-broken' });
  });

  it('lists the elections that have a ledger, each once', async () => {
    const { ledger, status } = subject().store;
    const election = newElection();
    const first = entryAfter([], election);
    await ledger.append(first);
    await ledger.append(entryAfter([], election, '2.0.0'));
    await ledger.append(entryAfter([first], election));

    const listed = await status.elections();

    expect(listed.filter((one) => one === election)).toHaveLength(1);
    expect(listed).toEqual(listed.toSorted());
  });

  it('gives certificates back in the order of the contests, revision by revision', async () => {
    const { allocations } = subject().store;
    const election = newElection();
    const certificates = ['z', 'a', 'm'].map((contest) => aCertificate(election, contest));
    await allocations.write(election, 3, certificates);
    await allocations.write(election, 3, certificates);

    expect(await allocations.read(election, 3)).toEqual(certificates);
    expect(await allocations.read(election, 4)).toEqual([]);
  });

  it('keeps the certificates of a contest under several scenarios apart', async () => {
    const { allocations } = subject().store;
    const election = newElection();
    const inForce = ['b', 'a'].map((contest) => aCertificate(election, contest));
    const others = ['z', 'y'].map((id) => ({
      ...aCertificate(election, 'a'),
      scenario: { id, name: { en: id } },
    }));
    await allocations.write(election, 3, [...inForce, ...others]);

    expect(await allocations.read(election, 3)).toEqual([...inForce, ...others]);
  });
}
