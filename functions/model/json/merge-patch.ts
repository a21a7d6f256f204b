import { isObject } from './json.ts';

/**
 * `target` with the changes of `patch`, as JSON merge patch has it (RFC 7396): members of an object replace those of the same name, null
 * removes one, anything that is no object replaces the whole. Neither is changed. A member called `__proto__` stays a member.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, change] of Object.entries(patch))
    if (change === null) members.delete(name);
    else members.set(name, mergePatch(members.get(name), change));
  return Object.fromEntries(members);
}
