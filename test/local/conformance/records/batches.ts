import { type Behaviour, outcome } from '../behaviour.ts';
import { docOf, putBatch, queryPages } from './requests.ts';

const source = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html';

/** Many items at a time: the records of a batch. */
export const batches: readonly Behaviour[] = [
  {
    name: 'a batch takes 25 items, and says that none is left',
    source,
    async see(place) {
      const reply = await putBatch(place, numbers(25));
      return [Object.keys(reply.UnprocessedItems ?? {}).length, (await queryPages(place)).flat().length];
    },
    expected: [0, 25],
  },
  {
    name: 'a batch of 26 is refused whole',
    source,
    see: async (place) => [
      await outcome(putBatch(place, numbers(26))),
      (await queryPages(place)).flat().length,
    ],
    expected: ['400 ValidationException', 0],
  },
  {
    name: 'a batch that has a key twice is refused',
    source,
    see: (place) => outcome(putBatch(place, ['same', 'same'])),
    expected: '400 ValidationException',
  },
  {
    name: 'a batch without items is refused',
    source,
    see: (place) => outcome(putBatch(place, [])),
    expected: '400 ValidationException',
  },
  {
    name: 'a batch replaces what is there',
    source,
    async see(place) {
      await putBatch(place, ['one', 'two'], { S: 'first' });
      await putBatch(place, ['two'], { S: 'second' });
      return [(await docOf(place, 'one'))?.S ?? null, (await docOf(place, 'two'))?.S ?? null];
    },
    expected: ['first', 'second'],
  },
];

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, number) => String(number).padStart(4, '0'));
}
