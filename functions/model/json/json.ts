/**
 * JSON with the keys of every object sorted and no spaces, so that equal values have equal bytes (RFC 8785 for the values used
 * here: strings, booleans, null, whole numbers). Undefined members are left out; a bigint is written as a number when it is
 * exact as one, else as a string.
 */
export function canonicalJson(value: unknown): string {
  const known = jsonCount(value);
  if (known === null || typeof known !== 'object') return JSON.stringify(known) ?? 'null';
  return Array.isArray(known) ? `[${known.map(canonicalJson).join(',')}]` : canonicalObject(known);
}

/** The same, two spaces deep, for files that people open. Key order is kept as built. */
export function prettyJson(value: unknown): string {
  return `${indented(value)}\n`;
}

/** A bigint as the number that it is when that is exact, else as its digits; anything else as it is. */
export function jsonCount(value: bigint): number | string;
export function jsonCount(value: unknown): unknown;
export function jsonCount(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return value >= -maximum && value <= maximum ? Number(value) : value.toString();
}

/** Whether a value is an object of JSON: no array, and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const maximum = BigInt(Number.MAX_SAFE_INTEGER);

// Few documents hold a bigint, which JSON.stringify refuses. To look at each member takes five times as long.
function indented(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return JSON.stringify(value, (_key, member: unknown) => jsonCount(member), 2);
  }
}

/** Written member by member: an object of JavaScript keeps keys that look like numbers in an order of its own. */
function canonicalObject(value: object): string {
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(byKey))
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
