import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Behaviour, outcome } from '../behaviour.ts';
import { docOf, putItem } from './requests.ts';

const conditions =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html';
const put = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html';
const limits = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html';
const free = 'attribute_not_exists(pk)';

/** Single items: the ledger is a row of them. */
export const writes: readonly Behaviour[] = [
  {
    name: 'attribute_not_exists writes what is not there, and leaves alone what is',
    source: conditions,
    async see(place) {
      const append = (text: string) => outcome(putItem(place, 'LEDGER#1', { S: text }, free));
      return [await append('first'), await append('second'), (await docOf(place, 'LEDGER#1'))?.S ?? null];
    },
    expected: ['done', '400 ConditionalCheckFailedException', 'first'],
  },
  {
    name: 'of ten that take the same number at once, one does',
    source: conditions,
    async see(place) {
      const tens = Array.from({ length: 10 }, (_, number) => String(number));
      const ends = await Promise.all(
        tens.map((text) => outcome(putItem(place, 'LEDGER#2', { S: text }, free))),
      );
      return ends.filter((end) => end === 'done').length;
    },
    expected: 1,
  },
  {
    name: 'a put without a condition replaces the whole item',
    source: put,
    async see(place) {
      await putItem(place, 'HEADER', { S: 'first' });
      await putItem(place, 'HEADER', { S: 'second' });
      return (await docOf(place, 'HEADER'))?.S ?? null;
    },
    expected: 'second',
  },
  {
    name: 'texts and bytes come back as they were, the empty ones too',
    source: limits,
    async see(place) {
      await putItem(place, 'text', { S: 'Қазақстан 😀 \u0000' });
      await putItem(place, 'bytes', { B: Uint8Array.of(0, 255, 10) });
      await putItem(place, 'empty', { S: '' });
      return [
        (await docOf(place, 'text'))?.S ?? null,
        [...((await docOf(place, 'bytes'))?.B ?? [])],
        (await docOf(place, 'empty'))?.S ?? null,
      ];
    },
    expected: ['Қазақстан 😀 \u0000', [0, 255, 10], ''],
  },
  {
    name: 'an empty key is refused',
    source: limits,
    see: (place) => outcome(putItem(place, '', { S: 'x' })),
    expected: '400 ValidationException',
  },
  {
    name: 'an item has 400 KB at most, names and keys counted in',
    source: limits,
    async see(place) {
      const room = 400 * 1024 - 'pk'.length - place.own.length - 'sk'.length - 'full'.length - 'doc'.length;
      return [
        await outcome(putItem(place, 'full', { S: 'x'.repeat(room) })),
        await outcome(putItem(place, 'over', { S: 'x'.repeat(room + 1) })),
      ];
    },
    expected: ['done', '400 ValidationException'],
  },
  {
    name: 'an item that is not there is no error',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html',
    see: async (place) => (await docOf(place, 'none')) === undefined,
    expected: true,
  },
  {
    name: 'a table that is not there is an error',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html',
    see({ dynamodb }) {
      const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
      return outcome(dynamodb.send(new GetItemCommand({ TableName: 'no-such-table', Key })));
    },
    expected: '400 ResourceNotFoundException',
  },
];
