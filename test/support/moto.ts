import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { localAws } from './tools.ts';

/** A moto server: an emulator of AWS that others have written (https://docs.getmoto.org). */
export interface Moto {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a moto server with nothing in it, on a port that the system chooses. Throws when it ends without having said where it listens. */
export async function startMoto(): Promise<Moto> {
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    env: localAws,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
  };
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url === undefined) continue;
    // It logs every request; a pipe that nobody reads fills up and stops it.
    child.stderr.resume();
    return { url, stop };
  }
  throw new Error(`moto did not start: ${said.join('\n')}`);
}
