import { expect, test } from 'vitest';
import { openTerminal } from '../../cli/terminal.ts';

test('writes lines to standard output, and with --json to standard error', () => {
  const people = aScreen();
  const program = aScreen();

  openTerminal(false, people).line('hello');
  openTerminal(true, program).line('hello');

  expect(people.texts()).toEqual({ stdout: 'hello\n', stderr: '' });
  expect(program.texts()).toEqual({ stdout: '', stderr: 'hello\n' });
});

test.each([
  ['on a terminal', true, {}, '\u001b[31mno\u001b[39m\n'],
  ['where NO_COLOR is set', true, { NO_COLOR: '1' }, 'no\n'],
  ['where NO_COLOR is empty', true, { NO_COLOR: '' }, '\u001b[31mno\u001b[39m\n'],
  ['on a dumb terminal', true, { TERM: 'dumb' }, 'no\n'],
  ['in a file', false, {}, 'no\n'],
])('colours a line %s, or does not', (_where, isTTY, environment, expected) => {
  const screen = aScreen({ isTTY });

  openTerminal(false, screen, environment).line('no', 'error');

  expect(screen.texts().stdout).toBe(expected);
});

test('writes the document only with --json', () => {
  const people = aScreen();
  const program = aScreen();

  openTerminal(false, people).document({ a: 1 });
  openTerminal(true, program).document({ a: 1 });

  expect(people.texts().stdout).toBe('');
  expect(JSON.parse(program.texts().stdout)).toEqual({ a: 1 });
});

test('writes a document of many pieces in few writes, and only with --json', () => {
  const pieces = () => Iterator.from(Array.from({ length: 30_000 }, (_none, index) => `${index},`));
  const people = aScreen();
  const program = aScreen();

  openTerminal(false, people).documentPieces(pieces());
  openTerminal(true, program).documentPieces(pieces());

  expect(people.texts().stdout).toBe('');
  expect(program.texts().stdout).toBe([...pieces()].join(''));
});

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007name', 'name'],
  ['one\nsailau: published', 'one sailau: published'],
  ['over\rwritten', 'over written'],
  ['\u009b2Jgone\u0000', 'gone '],
])('takes control characters out of %j', (hostile, harmless) => {
  const screen = aScreen();
  const terminal = openTerminal(false, screen);

  terminal.line(hostile);
  terminal.progress.update(1, 2, hostile);

  expect(screen.texts().stdout).toBe(`${harmless}\n`);
  expect(screen.texts().stderr).toBe(`1/2 ${harmless}\n`);
});

test('shows progress as lines where nobody watches, each once', () => {
  const screen = aScreen();
  const { progress } = openTerminal(false, screen);

  progress.update(1, 3, 'a');
  progress.update(1, 3, 'a');
  progress.update(2, 3, 'b');
  progress.end();

  expect(screen.texts().stderr).toBe('1/3 a\n2/3 b\n');
});

test('shows progress as a bar on a terminal, cut to its width and cleared before a line', () => {
  const screen = aScreen({ isTTY: true, columns: 40 });
  const terminal = openTerminal(false, screen);

  terminal.progress.update(1, 2, 'a file with a very long name indeed');
  terminal.line('done');

  const [, shown = '', cleared] = screen.texts().stderr.split('\r\u001b[2K');
  expect(shown).toContain('[############............] 1/2 a file');
  expect(shown).toHaveLength(39);
  expect(cleared).toBe('');
  expect(screen.texts().stdout).toBe('done\n');
});

/** Two streams that keep what is written. */
function aScreen(terminal: { isTTY?: boolean; columns?: number } = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    ...terminal,
    write: (text: string) => {
      written[name] += text;
    },
  });
  return { stdout: stream('stdout'), stderr: stream('stderr'), texts: () => written };
}
