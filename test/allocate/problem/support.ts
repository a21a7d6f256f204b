/** A party list by Hare quota and largest remainder; lots break ties. */
export const hare = (seats: number) => ({
  type: 'party-list',
  seats,
  formula: { type: 'largest-remainder', quota: 'hare' },
  ties: ['lots'],
});

/** One seat for most votes; lots break ties. */
export const plurality = { type: 'plurality', tie: 'lots' };
