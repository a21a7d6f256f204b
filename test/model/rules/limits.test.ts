import { expect, test } from 'vitest';
import { catalogue } from '../../../functions/model/generated/findings.ts';
import { limitOf, limitWithDefault, shareLimit } from '../../../functions/model/rules/limits.ts';
import schema from '../../../schemas/election.schema.json' with { type: 'json' };

test('an election overrides the default of the catalogue', () => {
  expect(limitWithDefault('cast-under-issued', 'castIssuedBallots', undefined)).toBe('15');
  expect(limitWithDefault('cast-under-issued', 'castIssuedBallots', { castIssuedBallots: 3 })).toBe('3');
  expect(shareLimit('invalid-share-high', 'invalidSharePercent', { invalidSharePercent: '2.5' })).toEqual({
    percent: '2.5',
    most: 5,
    of: 200,
  });
});

test('a rule without a default is silent until the election sets it', () => {
  expect(limitOf('station-too-large', 'stationVoters', undefined)).toBeNull();
  expect(limitOf('station-too-large', 'stationVoters', { stationVoters: 3000 })).toBe('3000');
});

test('every parameter of the catalogue is a member of `limits`, and every member a parameter', () => {
  const parameters = Object.values(catalogue).flatMap((entry) => entry.parameters);

  expect(parameters.map(({ name }) => name).sort()).toEqual(
    Object.keys(schema.properties.limits.properties).sort(),
  );
});

test('the schema of elections states the defaults of the catalogue', () => {
  const described = new Map(
    Object.entries(schema.properties.limits.properties).map(([name, { description }]) => [name, description]),
  );

  for (const { name, default: value } of Object.values(catalogue).flatMap((entry) => entry.parameters))
    expect(described.get(name), name).toContain(
      value === null ? 'not checked unless given' : `${value} unless given`,
    );
});
