import { stripVTControlCharacters, styleText } from 'node:util';
import type { Progress, Style, Terminal } from './command.ts';

interface Streams {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** A terminal over the streams of the process; the text of files and keys is stripped of control sequences before it is shown. */
export function openTerminal(
  json: boolean,
  streams: Streams = process,
  environment: NodeJS.ProcessEnv = process.env,
): Terminal {
  const people = json ? streams.stderr : streams.stdout;
  const coloured = people.isTTY === true && hasColours(environment);
  const progress = streams.stderr.isTTY ? bar(streams) : plain(streams);
  return {
    json,
    line: (text = '', style) => {
      progress.end();
      const shown = harmless(text);
      people.write(`${coloured && style !== undefined ? painted(shown, style) : shown}\n`);
    },
    document: (value) => {
      if (json) streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    documentPieces: (pieces) => {
      if (json) for (const block of blocks(pieces)) streams.stdout.write(block);
    },
    progress,
  };
}

/** Few large texts from many small ones: each write is a call of the system. */
function* blocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** By the convention of no-color.org: set and not empty, NO_COLOR takes all colours away. */
function hasColours({ NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  return (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}

// Whether there are colours has been decided: Node would look at the process's own streams and environment again.
function painted(text: string, style: Style): string {
  return styleText(formats[style], text, { validateStream: false });
}

const formats = { error: 'red', warning: 'yellow', success: 'green', faint: 'dim' } as const;

/** Text from outside must not move the cursor, recolour the screen or fake a line. */
function harmless(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, ' ');
}

function bar({ stderr }: Streams): Progress {
  let shown = false;
  return {
    update: (done, total, what) => {
      const width = 24;
      const filled = total === 0 ? 0 : Math.round((done / total) * width);
      const text = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} ${harmless(what)}`;
      stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}

function plain({ stderr }: Streams): Progress {
  let last = '';
  return {
    update: (done, total, what) => {
      const text = `${done}/${total} ${harmless(what)}`;
      if (text !== last) stderr.write(`${text}\n`);
      last = text;
    },
    end: () => {},
  };
}
