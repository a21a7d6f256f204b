import { DataError } from './errors.ts';
import { type Fetch, refusalOf } from './fetch.ts';

/** A published file that is read by parts, over requests with a range. Its bytes are unchecked: for whoever checks them. */
export interface Parts {
  /** Of the whole file, as the manifest says. */
  readonly byteLength: number;
  /**
   * The bytes from `start` to before `end`, until the signal says that nobody waits for them any more. Throws DataError: `unreachable` (also where it was given
   * up), `missing`, `server`; `no-ranges` where the server sends the whole file instead; `altered` where the file is not as long as the manifest says, or the part
   * is not the one that was asked for.
   */
  slice(start: number, end?: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** Opens a file of the site, whose size is known, to be read by parts. */
export function openParts(fetch: Fetch, root: URL, path: string, byteLength: number): Parts {
  return {
    byteLength,
    async slice(start, end = byteLength, signal) {
      const asked = { start, end: Math.min(end, byteLength) };
      if (!(start >= 0 && start < asked.end)) throw new DataError('malformed', path);
      try {
        const headers = { range: `bytes=${start}-${asked.end - 1}` };
        const response = await fetch(new URL(path, root), { headers, ...(signal && { signal }) });
        const bytes = await partOf(response, asked, byteLength, path);
        if (bytes.length !== asked.end - start) throw new DataError('altered', path);
        return bytes;
      } catch (cause) {
        throw cause instanceof DataError ? cause : new DataError('unreachable', path, { cause });
      }
    },
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

async function partOf(
  response: Response,
  asked: Range,
  byteLength: number,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const fault = faultOf(response, asked, byteLength);
  if (fault === null) return new Uint8Array(await response.arrayBuffer());
  // A server without ranges is about to send everything.
  await response.body?.cancel();
  throw new DataError(fault, path);
}

function faultOf(response: Response, { start, end }: Range, byteLength: number): DataError['code'] | null {
  if (response.status === 200) return 'no-ranges';
  if (response.status === 416) return 'altered';
  if (response.status !== 206) return refusalOf(response);
  return response.headers.get('content-range') === `bytes ${start}-${end - 1}/${byteLength}`
    ? null
    : 'altered';
}
