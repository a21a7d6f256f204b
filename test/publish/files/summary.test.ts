import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { isSummary } from '../../../functions/publish/site/pages/summary-form.ts';
import { anElection, partyId } from '../../support/builders.ts';
import { aFullElection, type Setting } from '../setting.ts';

const conforms = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')),
);

test('an option has the colour of its party, and none where the party has none or there is no party', async () => {
  const parties = [{ id: partyId('PA'), name: { en: 'Party A' }, colour: '#1e90ff' }];
  const [coloured, plain] = [await aFullElection(anElection({ parties })), await aFullElection()];

  await coloured.release();
  await plain.release();

  expect(optionsIn(coloured).map(({ option, colour }) => [option, colour])).toEqual([
    ['A', '#1e90ff'],
    ['B', undefined],
    ['C', undefined],
    ['against-all', undefined],
  ]);
  expect(optionsIn(plain).some((option) => 'colour' in option)).toBe(false);
  for (const setting of [coloured, plain])
    expect(
      conforms(JSON.parse(setting.read('1.0.0/summary.json'))),
      String(conforms.errors?.[0]?.message),
    ).toBe(true);
});

test.each(['red', '#1E90FF', '#1e90ff;}', 'url(//evil.example)', 7, null])(
  'a summary with %j for a colour is none',
  async (colour) => {
    const setting = await aFullElection();
    await setting.release();
    const text = setting.read('1.0.0/summary.json');
    const changed = text.replace('"option": "A",', `"option": "A", "colour": ${JSON.stringify(colour)},`);

    expect(isSummary(JSON.parse(text))).toBe(true);
    expect(changed).not.toBe(text);
    expect(isSummary(JSON.parse(changed))).toBe(false);
  },
);

function optionsIn(setting: Setting): { option: string; colour?: string }[] {
  return JSON.parse(setting.read('1.0.0/summary.json')).contests[0].options;
}
