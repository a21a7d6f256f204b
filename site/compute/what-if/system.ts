import type { Certificate, System } from '../../../functions/allocate/index.ts';

/** Most seats that a browser is asked to distribute: more than any house has, and few enough that nobody waits. */
export const mostSeats = 2000;

/**
 * The system of a certificate as one that the allocation engine knows; null where it is none. A certificate whose hash is that of the manifest was
 * written by the engine itself; this keeps one that was not from holding up the browser.
 */
export function systemOf(system: Certificate['system']): System | null {
  return isSystem(system) ? system : null;
}

const types: Readonly<Record<System['type'], true>> = {
  'party-list': true,
  plurality: true,
  'two-round': true,
  referendum: true,
  biproportional: true,
};

function isSystem(value: object): value is System {
  if (!('type' in value) || typeof value.type !== 'string' || !Object.hasOwn(types, value.type)) return false;
  if (!('seats' in value)) return value.type !== 'party-list';
  const { seats } = value;
  return typeof seats === 'number' && Number.isSafeInteger(seats) && seats >= 0 && seats <= mostSeats;
}
