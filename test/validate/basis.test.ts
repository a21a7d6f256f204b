import { expect, test } from 'vitest';
import type { AreaId } from '../../functions/model/ids.ts';
import { basisFinder } from '../../functions/validate/basis.ts';
import type { BatchReader, Current } from '../../functions/validate/current/current.ts';
import type { Register } from '../../functions/validate/references/register.ts';
import { csv, registerCsv } from '../support/builders.ts';
import { electionWith, fileOf } from './checking.ts';

const { upload } = fileOf('results/list/a.csv', '');

const files = { 'stations/north.csv': csv('station,area', '№ 7,N2', '10,N1', '9,N1') };

test('the register is put together from the rolls of all files, and no station is read', async () => {
  const current = await electionWith(files);
  const read: AreaId[] = [];

  const register = await registerOf(watched(current, read));

  expect(listed(register)).toEqual(['N1 10', 'N1 9', 'N1 st1', 'N1 st2', 'N2 st3', 'N2 № 7', 'S st4']);
  expect(read).toEqual([]);
});

test('is the same from the stations of batches that were written before there were rolls', async () => {
  const current = await electionWith(files);
  const read: AreaId[] = [];
  const [roll, stations] = [await registerOf(current), await registerOf(watched(current, read, null))];

  expect(listed(stations)).toEqual(listed(roll));
  expect(read).toEqual(['N1', 'N2', 'S', 'N1', 'N2']);
  for (const id of ['st4', 'St4', '№7', 'st', 'x', '1O']) {
    expect(stations.nearest(id)).toBe(roll.nearest(id));
    expect(stations.lookalike(id)).toBe(roll.lookalike(id));
  }
});

test('is kept while the files are the same, and made anew with another register', async () => {
  const current = await electionWith({});
  const find = basisFinder(upload);
  const first = await registerFound(find, current);
  const again = await registerFound(find, current);
  const more = await registerFound(find, await electionWith(files));

  expect(registerCsv).toContain('st4');
  expect(again).toBe(first);
  expect(more.size).toBe(first.size + 3);
});

function registerOf(current: Current): Promise<Register> {
  return registerFound(basisFinder(upload), current);
}

async function registerFound(find: ReturnType<typeof basisFinder>, current: Current): Promise<Register> {
  const answer = await find(current);
  if (answer.state === 'ready' && answer.basis?.register) return answer.basis.register;
  throw new Error(`there is no register: ${answer.state}`);
}

/** The same, noting the areas whose stations are read; `roll` null stands for batches without one. */
function watched(current: Current, read: AreaId[], roll?: null): Current {
  const { batches } = current;
  const stations: BatchReader['stations'] = (election, batch, area) => {
    read.push(area);
    return batches.stations(election, batch, area);
  };
  return { ...current, batches: { ...batches, stations, ...(roll === null && { roll: async () => null }) } };
}

function listed(register: Register): string[] {
  return Array.from(
    { length: register.size },
    (_, number) => `${register.areaOf(number)} ${register.stationOf(number)}`,
  );
}
