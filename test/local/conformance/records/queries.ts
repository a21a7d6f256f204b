import type { Behaviour } from '../behaviour.ts';
import { putBatch, putItem, queryPages } from './requests.ts';

const source = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html';

/** Partitions that are read whole. */
export const queries: readonly Behaviour[] = [
  {
    name: 'items come in the order of the UTF-8 bytes of their sort keys',
    source,
    async see(place) {
      await putBatch(place, ['я', 'a', 'Z', '10', '9', '😀', '\uFF01']);
      return (await queryPages(place)).flat();
    },
    expected: ['10', '9', 'Z', 'a', 'я', '\uFF01', '😀'],
  },
  {
    name: 'begins_with finds the keys with that prefix, and no others',
    source,
    async see(place) {
      await putBatch(place, ['HEADER', 'TOTALS#a#1', 'TOTALS#b#1', 'TOTALS', 'totals#a']);
      return (await queryPages(place, 'TOTALS#')).flat();
    },
    expected: ['TOTALS#a#1', 'TOTALS#b#1'],
  },
  {
    name: 'BETWEEN finds the keys from one to another, both included',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html',
    async see(place) {
      await putBatch(place, ['L#08', 'L#09', 'L#10', 'L#11', 'M', 'HEADER']);
      return (await queryPages(place, ['L#09', 'L#99'])).flat();
    },
    expected: ['L#09', 'L#10', 'L#11'],
  },
  {
    name: 'a partition over 1 MB comes in pages, each item once and in order',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html',
    async see(place) {
      const keys = ['a', 'b', 'c', 'd', 'e'];
      for (const key of keys) await putItem(place, key, { S: 'x'.repeat(300_000) });
      const pages = await queryPages(place);
      return [pages.length > 1, pages.flat()];
    },
    expected: [true, ['a', 'b', 'c', 'd', 'e']],
  },
  {
    name: 'a partition that is not there is empty',
    source,
    see: (place) => queryPages(place),
    expected: [[]],
  },
];
