/**
 * The DynamoDB endpoint: a child process that runs dynalite. Arguments: the folder of its data and the port (0: any).
 * It tells its parent the port it listens on, or why it cannot.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import { messageOf, systemCode } from '../errors.ts';

/** What the child tells its parent, once. */
export type Report =
  | { readonly port: number }
  | { readonly failure: string; readonly code: string | undefined };

const [path = '', port = '0'] = process.argv.slice(2);

// The parent may be killed without a chance to clean up: nobody is left to serve then.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when it is time to end.
process.on('SIGINT', () => undefined);
// dynalite throws the error of a request that its client aborted; that connection is gone, and nothing else has changed.
process.on('uncaughtException', (error) => {
  console.error(error);
  if (systemCode(error) !== 'ECONNRESET') process.exit(1);
});

const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
guard(server);
server.once('error', (error) => report({ failure: messageOf(error), code: systemCode(error) }));
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') report({ port: address.port });
});

/** dynalite lets any web page read and write; this table is nobody's but the pipeline's. */
function guard(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // A page under a name that was pointed at this machine sends that name, and any other page its origin.
    const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
    if (local && request.headers.origin === undefined) {
      for (const listener of listeners) listener.call(server, request, response);
    } else response.writeHead(403).end();
  });
}

function report(message: Report): void {
  process.send?.(message);
}
