import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPressure, type Pressure } from '../../functions/store/aws/pressure.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Milliseconds that an attempt has to wait. */
async function waits(pressure: Pressure): Promise<number> {
  const begun = Date.now();
  const entered = pressure.enter().then(() => Date.now());
  await vi.runAllTimersAsync();
  return (await entered) - begun;
}

test('nobody waits for a table that takes everything', async () => {
  const pressure = createPressure();

  pressure.taken();

  expect(await waits(pressure)).toBe(0);
});

test('what one is refused slows all, longer each time, with a random part and no longer than two seconds', async () => {
  const pressure = createPressure();
  const seen: number[] = [];

  for (let refusal = 0; refusal < 12; refusal += 1) {
    pressure.refused(await entering(pressure));
    seen.push(await waits(pressure));
  }

  for (const [step, wait] of seen.entries()) {
    const longest = Math.min(2000, 25 * 2 ** step);
    expect(wait).toBeGreaterThanOrEqual(Math.floor(longest / 2));
    expect(wait).toBeLessThanOrEqual(Math.min(2000, longest));
  }
});

test('eight that are refused in one moment count as one', async () => {
  const pressure = createPressure();
  const together = await Promise.all(Array.from({ length: 8 }, () => pressure.enter()));

  for (const entered of together) pressure.refused(entered);

  expect(await waits(pressure)).toBeLessThanOrEqual(25);
});

test('falls by a step with each attempt that is taken whole', async () => {
  const pressure = createPressure();
  for (let refusal = 0; refusal < 3; refusal += 1) pressure.refused(await entering(pressure));

  pressure.taken();
  pressure.taken();
  const after = await waits(pressure);
  pressure.taken();

  expect(after).toBeLessThanOrEqual(25);
  expect(await waits(pressure)).toBe(0);
});

async function entering(pressure: Pressure): Promise<number> {
  const entered = pressure.enter();
  await vi.runAllTimersAsync();
  return entered;
}
