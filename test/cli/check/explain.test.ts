import { expect, test } from 'vitest';
import { explained, explainLines } from '../../../cli/check/explain.ts';
import { catalogue } from '../../../functions/model/generated/findings.ts';

test('explains a code: what it says, how to mend it, its parameters, the law', () => {
  const text = explained('cast-under-issued')
    .flatMap((rule) => explainLines(rule, 'en'))
    .map((line) => line.text);

  expect(text[0]).toBe('Warning cast-under-issued: Far fewer ballots cast than issued');
  expect(text.join('\n')).toMatch(/limits\.castIssuedPercent \(2\)/);
  expect(text.join('\n')).toContain('Abacus W.203');
});

test('explains all codes, in the language asked for', () => {
  const rules = explained('all');

  expect(rules.map(({ code }) => code)).toEqual(Object.keys(catalogue));
  expect(rules.flatMap((rule) => explainLines(rule, 'ru'))[0]?.text).toMatch(/^Ошибка /);
});

test.each([
  ['votes-invalid-cats', 'Did you mean votes-invalid-cast?'],
  ['__proto__', 'There is no finding "__proto__". See'],
])('says what is wrong with %s', (code, message) => {
  expect(() => explained(code)).toThrow(message);
});
