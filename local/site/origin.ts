import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** The bucket behind the site. */
export type Origin = {
  /** Asks for an object; the answer's body is a stream that the caller reads or destroys. */
  readonly ask: (
    method: 'GET' | 'HEAD',
    key: string,
    headers: IncomingHttpHeaders,
  ) => Promise<IncomingMessage>;
  readonly close: () => void;
};

// Range and the conditions decide what is sent; nothing else of a visitor's request concerns the bucket.
const PASSED_ON = [
  'range',
  'if-range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
] as const;

/** Connects to a bucket of an S3 endpoint (path style). */
export function connectOrigin(s3: string, bucket: string): Origin {
  const agent = new Agent({ keepAlive: true });
  return {
    close: () => agent.destroy(),
    ask: (method, key, headers) => {
      const passed = Object.fromEntries(
        PASSED_ON.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])),
      );
      const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
      return new Promise((resolve, reject) => {
        request(new URL(s3), { agent, method, path, headers: passed }, resolve).once('error', reject).end();
      });
    },
  };
}
