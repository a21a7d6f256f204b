import type { Apportioned } from '../../functions/allocate/party-list/highest-averages/apportion.ts';
import type { Divisors } from '../../functions/allocate/party-list/highest-averages/divisors.ts';
import { Heap } from '../../functions/allocate/party-list/highest-averages/heap.ts';
import {
  compareQuotients,
  quotientAt,
} from '../../functions/allocate/party-list/highest-averages/quotient.ts';
import type { Party } from '../../functions/allocate/party-list/highest-averages/race.ts';

/** The peer: one seat at a time to the highest quotient, from a binary heap of exact fractions. Ties at the end as the engine tells them. */
export function awardsByHeap(parties: readonly Party[], house: number, divisors: Divisors): Apportioned {
  const seats = parties.map(() => 0);
  const claim = (place: number) => {
    const { votes = 1n, held = 0 } = parties[place] ?? {};
    return { place, quotient: quotientAt(divisors, votes, held + (seats[place] ?? 0)) };
  };
  const heap = new Heap(
    [...parties.keys()].map(claim),
    (a, b) => compareQuotients(a.quotient, b.quotient) > 0,
  );
  let last = heap.top;
  for (let left = house; left > 0 && heap.top; left--) {
    last = heap.top;
    seats[last.place] = (seats[last.place] ?? 0) + 1;
    heap.replaceTop(claim(last.place));
  }
  const price = last?.quotient;
  if (!price || !heap.top || compareQuotients(heap.top.quotient, price) !== 0)
    return { seats, tied: [], tiedSeats: 0 };
  return tiedAt(price, parties, seats, divisors);
}

function tiedAt(
  price: ReturnType<typeof quotientAt>,
  parties: readonly Party[],
  seats: readonly number[],
  divisors: Divisors,
): Apportioned {
  const isPrice = (place: number, count: number) => {
    const { votes = 1n, held = 0 } = parties[place] ?? {};
    return compareQuotients(quotientAt(divisors, votes, held + count), price) === 0;
  };
  const places = [...parties.keys()];
  const winning = places.filter((place) => {
    const count = seats[place] ?? 0;
    return count > 0 && isPrice(place, count - 1);
  });
  const waiting = places.filter((place) => isPrice(place, seats[place] ?? 0));
  return {
    seats: seats.map((count, place) => (winning.includes(place) ? count - 1 : count)),
    tied: places.filter((place) => winning.includes(place) || waiting.includes(place)),
    tiedSeats: winning.length,
  };
}
