import { expect, test } from 'vitest';
import { readQueued } from '../../../cli/operate/queued-event.ts';
import { uploadEvent } from '../../../cli/operate/upload-event.ts';

const key = 'uploads/xx-2024/election.json';
const event = uploadEvent('intake', {
  key,
  versionId: 'v1',
  sequencer: 'A1',
  at: '2024-03-10T00:00:00Z',
  bytes: 5,
});
const none = new Map<string, string>();

test('reads what the state machine sends when an execution gives up', () => {
  const body = JSON.stringify({ event, execution: 'e1', error: 'StoreError', cause: 'a batch is missing' });

  expect(readQueued(body, none)).toEqual({
    event,
    key,
    versionId: 'v1',
    error: 'StoreError',
    cause: 'a batch is missing',
  });
});

test('reads what EventBridge could not deliver, as it is, with its error in the attributes', () => {
  const attributes = new Map([
    ['ERROR_CODE', 'NO_PERMISSIONS'],
    ['ERROR_MESSAGE', 'the rule may not start it'],
  ]);

  expect(readQueued(JSON.stringify(event), attributes)).toEqual({
    event,
    key,
    versionId: 'v1',
    error: 'NO_PERMISSIONS',
    cause: 'the rule may not start it',
  });
});

test.each([
  ['no JSON', 'hello'],
  ['a list', '[]'],
  ['nothing', 'null'],
  [
    'an event of something else',
    JSON.stringify({ detail: { state: 'running' }, time: '2024-03-10T00:00:00Z' }),
  ],
  ['a failure without its event', JSON.stringify({ error: 'StoreError' })],
  ['an event that is inherited', '{"__proto__": {"event": {}}}'],
])('takes %s for what it is not', (_, body) => {
  expect(readQueued(body, none)).toBeNull();
});
