import { describe, expect, test } from 'vitest';
import { type FindingCode, findingMessage, findingRemedy } from '../../../functions/model/finding.ts';
import { catalogue } from '../../../functions/model/generated/findings.ts';
import { verdictOn } from '../checking.ts';
import { countsCases } from './counts.ts';
import { decodingCases } from './decoding.ts';
import { definitionCases } from './definition.ts';
import { filesCases } from './files.ts';
import { referencesCases } from './references.ts';
import { rollsCases } from './rolls.ts';
import { stationCases } from './station.ts';
import { structureCases } from './structure.ts';
import { turnoutCases } from './turnout.ts';

/** The cases of every family of codes, as a list: a code that stands in two of them is found out. */
const cases = [
  decodingCases,
  structureCases,
  definitionCases,
  referencesCases,
  countsCases,
  stationCases,
  filesCases,
  turnoutCases,
  rollsCases,
].flatMap((some) => Object.entries(some));

/** Raised by another part, and tested there. */
const elsewhere: readonly FindingCode[] = [
  'key-not-recognised',
  'malware-found',
  'malware-not-scanned',
  'mandates-under-quota',
  'declared-differs',
];

test('every code of the catalogue is tested', () => {
  expect([...cases.map(([code]) => code), ...elsewhere].sort()).toEqual(Object.keys(catalogue).sort());
});

describe.each(cases)('%s', (code, [raises, silent]) => {
  test('is raised, with every fact of its messages', async () => {
    const { findings } = await verdictOn(raises);

    const found = findings.kept.find((finding) => finding.code === code);
    if (found === undefined) throw new Error(`found only ${[...findings.counts.keys()].join() || 'nothing'}`);
    for (const language of ['en', 'kk', 'ru'])
      expect(`${findingMessage(found, language)} ${findingRemedy(found, language)}`).not.toMatch(
        /\{|undefined/,
      );
  });

  test('is silent on a file without the fault', async () => {
    const verdict = await verdictOn(silent);

    expect(verdict.findings.kept.map((finding) => finding.code)).not.toContain(code);
    expect(verdict.outcome).toBe('accepted');
  });
});
