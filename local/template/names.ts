import type { JsonObject } from '../json.ts';
import { isObject, member } from '../json.ts';

/** The hash that the CDK appends to a logical id. */
const ID_HASH = /[0-9A-F]{8}$/;

/**
 * Names for the resources of a stack that the template leaves nameless: the stack's name and the resource's construct path
 * (or, without one, its logical id) in lower case, without the word that repeats its type. They depend on nothing but
 * the template, so that data are found again after a restart.
 * @example nameResources('Sailau', resources).get('IntakeBucketF3A1B2C3') // 'sailau-intake'
 */
export function nameResources(stackName: string, resources: JsonObject): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isObject(resource)) continue;
    const words = [...kebab(stackName), ...pathOf(stackName, logicalId, resource).flatMap(kebab)];
    const repeated = kebab(String(member(resource, 'Type')).split('::').at(-1) ?? '');
    const short = withoutEnding(words, repeated).join('-');
    const name = taken.has(`${member(resource, 'Type')} ${short}`)
      ? kebab(`${stackName} ${logicalId}`).join('-')
      : short;
    taken.add(`${member(resource, 'Type')} ${name}`);
    names.set(logicalId, name);
  }
  return names;
}

function pathOf(stackName: string, logicalId: string, resource: JsonObject): string[] {
  const metadata = member(resource, 'Metadata');
  const path = isObject(metadata) ? member(metadata, 'aws:cdk:path') : undefined;
  if (typeof path !== 'string') return [logicalId.replace(ID_HASH, '')];
  return path.split('/').filter((part, index) => part !== 'Resource' && !(index === 0 && part === stackName));
}

function withoutEnding(words: string[], ending: string[]): string[] {
  const kept = words.slice(0, words.length - ending.length);
  const repeats = kept.length > 1 && ending.every((word, index) => words[kept.length + index] === word);
  return repeats ? kept : words;
}

function kebab(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
