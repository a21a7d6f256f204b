import { skeleton } from '../../model/text/skeleton.ts';

/**
 * Finds the id that a text looks like where they differ in nothing but letters that Cyrillic and Latin script share to the eye (Unicode Technical
 * Standard #39, "skeleton", for these two scripts): typed on the wrong keyboard, they cannot be told apart. Null when there is none, or when the text
 * is an id itself.
 */
export function lookalikeFinder<Id extends string>(ids: () => Iterable<Id>): (text: string) => Id | null {
  let bySkeleton: Map<string, Id> | null = null;
  return (text) => {
    // Mostly nothing is unknown, and then nothing needs to be looked up.
    bySkeleton ??= new Map([...ids()].map((id) => [skeleton(id), id]));
    const found = bySkeleton.get(skeleton(text));
    return found === undefined || found === text ? null : found;
  };
}
