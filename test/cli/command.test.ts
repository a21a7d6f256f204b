import { expect, test } from 'vitest';
import { type Command, parseInvocation, UsageError, wholeNumber } from '../../cli/command.ts';

test('reads flags, values and positionals in any order', () => {
  const invocation = parseInvocation(aCommand(), ['one', '--seed', '7', '--watch', 'two', '--json']);

  expect(invocation.positionals).toEqual(['one', 'two']);
  expect(invocation.value('seed')).toBe('7');
  expect(invocation.flag('watch')).toBe(true);
  expect(invocation).toMatchObject({ json: true, help: false });
});

test('gives nothing for an option that was not given', () => {
  const { value, flag } = parseInvocation(aCommand(), []);

  expect(value('seed')).toBeUndefined();
  expect(flag('watch')).toBe(false);
});

test.each([
  [['--jsn'], "Unknown option '--jsn'"],
  [['--seed'], "'--seed <value>' argument missing"],
  [['--watch=no'], "'--watch' does not take an argument"],
])('refuses %j and points at the help', (args, message) => {
  const parse = () => parseInvocation(aCommand(), args);

  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(message);
  expect(parse).toThrow('See `sailau try --help`.');
});

test('refuses an argument of a command that takes none', () => {
  expect(() => parseInvocation(aCommand({ usage: '' }), ['there'])).toThrow('try takes no "there".');
});

test('reads whole numbers, with a fallback and a least value', () => {
  expect(wholeNumber('seed', undefined, 5)).toBe(5);
  expect(wholeNumber('seed', '0', 5)).toBe(0);
  for (const text of ['', '-1', '1.5', '1e3', 'ten', ' 1', '9'.repeat(16)])
    expect(() => wholeNumber('seed', text, 5), text).toThrow('--seed takes a whole number of at least 0');
  expect(() => wholeNumber('stations', '0', 5, 1)).toThrow('at least 1, not "0"');
});

function aCommand(changes: Partial<Command> = {}): Command {
  return {
    name: 'try',
    summary: 'Try something',
    usage: '<what…>',
    options: [
      { name: 'seed', value: 'N', help: 'A number' },
      { name: 'watch', help: 'Look on' },
    ],
    examples: ['sailau try this'],
    run: async () => 0,
    ...changes,
  };
}
