import { startObjectServer } from '../../../../local/s3/server.ts';

/** A server in a process of its own, which a test may kill: prints its port and runs until then. */
const server = await startObjectServer({ root: process.argv[2] ?? '', port: 0 });
await server.createBucket('kept', { versioned: true });
await server.createBucket('plain', { versioned: false });
console.log(server.port);
