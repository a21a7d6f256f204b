/**
 * Runs a stack in a process of its own, for tests that kill it. Arguments: assembly and data folder.
 * Prints one line of JSON with what a client needs, then a line for every execution that starts.
 */
import { startStack } from '../../../local/stack.ts';

const [assembly = '', data = ''] = process.argv.slice(2);
const stack = await startStack({ assembly, data });
stack.executions.on('event', ({ type }) => console.log(type));
const { endpoints, buckets, table, outputs } = stack;
console.log(JSON.stringify({ endpoints, buckets, table, outputs }));
