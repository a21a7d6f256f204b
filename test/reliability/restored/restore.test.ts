import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recover } from '../../../cli/doctor/recover.ts';
import { contentOf, election, releasesIn } from '../../cli/doctor/support.ts';
import { type ServedLife, servedLife } from '../support/restored/served.ts';
import { soak } from '../support/seeds.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// One in a build, after the first release and before the correction; all in the soak. In memory a build restores all of them (test/cli/doctor/recover.test.ts).
const moments = soak ? [1, 2, 3, 4, 5, 6] : [3];

let life: ServedLife;

beforeAll(async () => {
  life = await servedLife();
});
afterAll(() => life.stop());

test.each(moments)(
  'over HTTP, a table of after upload %i, restored into a new one, comes back to what was published',
  async (moment) => {
    const whole = life.moments.at(-1);
    const { places, repaired, dump } = await life.restore(moment);
    const before = await places.store.ledger.read(election);

    const entries = await recover(places, election);
    const left = await repaired();

    const published = releasesIn(await dump());
    const ledger = await places.store.ledger.read(election);
    console.log(
      `restored over HTTP to after upload ${moment}: ${before.length} entries were there, ${entries} came back, ${ledger.length} are there now`,
    );
    expect(entries).toBeGreaterThan(0);
    expect(left).toEqual([]);
    expect(contentOf(ledger)).toEqual(contentOf(await life.intact.store.ledger.read(election)));
    expect(published.size).toBeGreaterThan(0);
    expect(published).toEqual(releasesIn(whole ?? { buckets: new Map() }));
  },
);
