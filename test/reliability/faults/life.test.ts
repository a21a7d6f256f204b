import { test, vi } from 'vitest';
import { life } from '../support/sweep/scenarios.ts';
import { expectSurvival } from '../support/sweep/survived.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

test(
  'upload, correction, withdrawal: every fault at every call ends as if it had not been',
  () => expectSurvival(life),
  900_000,
);
