/** Gives the next of a sequence of whole numbers from 0 to 2^32 − 1. */
export type Random = () => number;

/**
 * The pseudo-random sequence of a seed, the same on every machine: xoshiro128** 1.1, its state filled by SplitMix64, as their authors
 * advise (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021). Not for secrets.
 */
export function randomOf(seed: number): Random {
  const next = splitMix64(BigInt(seed));
  const [a, b] = [next(), next()];
  return xoshiro128([low(a), high(a), low(b), high(b)]);
}

/** xoshiro128** from a state of four 32-bit words, not all of them zero. */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [s0, s1, s2, s3] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  };
}

/** SplitMix64: whole numbers from 0 to 2^64 − 1. */
export function splitMix64(seed: bigint): () => bigint {
  let state = BigInt.asUintN(64, seed);
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}

/** The next whole number from `least` to `greatest`, both included; their distance must be below 2^32. */
export function between(random: Random, least: number, greatest: number): number {
  return least + Math.floor((random() / 2 ** 32) * (greatest - least + 1));
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function low(value: bigint): number {
  return Number(value & 0xffffffffn);
}

function high(value: bigint): number {
  return Number(value >> 32n);
}
