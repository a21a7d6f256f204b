import { test, vi } from 'vitest';
import { together } from '../support/sweep/scenarios.ts';
import { expectSurvival } from '../support/sweep/survived.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// In a file of its own, so that the two sweeps run side by side.
test(
  'concurrent uploads: every fault at every call ends as if it had not been',
  () => expectSurvival(together),
  900_000,
);
