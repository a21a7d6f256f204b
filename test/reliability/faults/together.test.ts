import { test, vi } from 'vitest';
import { soak } from '../support/seeds.ts';
import { together } from '../support/sweep/scenarios.ts';
import { expectSurvival } from '../support/sweep/survived.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// In a file of its own, so that the two sweeps run side by side. It takes the longer of them: a build strikes every third call, the soak all.
test(
  'concurrent uploads: every fault at a call ends as if it had not been',
  () => expectSurvival(together, soak ? 1 : 3),
  900_000,
);
