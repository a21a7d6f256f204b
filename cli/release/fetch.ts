import { UsageError } from '../command.ts';
import { ReleaseDefect } from './defect.ts';
import { decoded, documentLimit } from './documents.ts';

/** The bytes at an address, at most `limit`; null where there is nothing (a bucket that may not be listed says 403). */
export async function fetchBody(
  url: URL,
  file: string,
  limit: number,
): Promise<AsyncIterable<Uint8Array> | null> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  // Otherwise the client unpacks what comes compressed, and few bytes become many.
  const headers = { 'accept-encoding': 'identity' };
  const response = await fetch(url, { headers, signal: control.signal }).catch((error: unknown) => {
    clearTimeout(timer);
    throw silent(url, error);
  });
  if (response.ok && response.body) return limited(url, response.body, { file, limit, timer });
  clearTimeout(timer);
  await response.body?.cancel();
  if (response.status === 404 || response.status === 403) return null;
  throw new UsageError(`${url.href} answers ${response.status} ${response.statusText}.`);
}

/** A document as text; null where there is nothing. */
export async function fetchText(url: URL): Promise<string | null> {
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const body = await fetchBody(url, file, documentLimit);
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), file);
}

/** How long a site may be silent, in milliseconds. */
const patience = 60_000;

async function* limited(
  url: URL,
  body: AsyncIterable<Uint8Array>,
  { file, limit, timer }: { file: string; limit: number; timer: NodeJS.Timeout },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      timer.refresh();
      bytes += chunk.length;
      if (bytes > limit)
        throw new ReleaseDefect({ file, at: '', expected: `at most ${limit} bytes`, found: 'more' });
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReleaseDefect ? error : silent(url, error);
  } finally {
    clearTimeout(timer);
  }
}

function silent(url: URL, error: unknown): UsageError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(`${url.href} cannot be read: ${reason}.`);
}
