import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Measured, measure } from '../../../bench/capacity/measure/run.ts';
import { noUsage } from '../../../bench/capacity/measure/usage.ts';
import { compare, rehearse } from '../../../bench/capacity/model/rehearsal.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const stations = 10_000;
const releasesAfter = [10, 20];

describe('ten thousand stations through the handlers, over the servers of the local stack', () => {
  let measured: Measured;

  beforeAll(async () => {
    measured = await measure({ stations, releasesAfter });
  });

  it('ask for what the model says, within a quarter, in each stage and kind', () => {
    const compared = compare(rehearse(stations, measured.files, releasesAfter), measured);

    console.log(
      compared
        .map(({ stage, kind, model, measured }) => `${stage} ${kind}: ${Math.round(model)} of ${measured}`)
        .join('\n'),
    );
    expect(compared.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(compared.length).toBeGreaterThan(50);
  });

  it('would be found to ask for half as much again', () => {
    const model = rehearse(stations, measured.files, releasesAfter);
    const more = { ...model.results, readUnits: model.results.readUnits * 1.5 };

    const apart = compare({ ...model, results: more }, measured).filter(({ agrees }) => !agrees);

    expect(apart.map(({ stage, kind }) => `${stage} ${kind}`)).toEqual(['results readUnits']);
  });

  it('would be found to ask for what the model knows nothing of', () => {
    const model = { ...rehearse(stations, measured.files, releasesAfter), publish: noUsage() };

    expect(compare(model, measured).some(({ agrees }) => !agrees)).toBe(true);
  });
});
