/** The members of a parameter by name. */
export type Members = ReadonlyMap<string, unknown>;

/** The members of `value`, if it has none but those named; null otherwise. What is undefined or holds nothing is not there. */
export function onlyKnown(value: object, names: readonly string[]): Members | null {
  const members = new Map<string, unknown>(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(member instanceof Map && member.size === 0),
    ),
  );
  return [...members.keys()].every((name) => names.includes(name)) ? members : null;
}
