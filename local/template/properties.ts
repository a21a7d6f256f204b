import { LocalError } from '../errors.ts';
import { type Json, type JsonObject, member } from '../json.ts';

/** One resource of the template with every intrinsic function resolved. */
export type Resource = {
  readonly logicalId: string;
  readonly type: string;
  /** The physical name it goes by on this machine. */
  readonly name: string;
  readonly arn: string;
  readonly properties: JsonObject;
};

/** The properties of a type: those that are acted upon here, and those that change nothing here. */
export type KnownProperties = { readonly acted: readonly string[]; readonly noEffect: readonly string[] };

/** Throws `template-unsupported` for a property that is in neither list: left out silently, it would make this stack behave unlike AWS. */
export function checkProperties(resource: Resource, known: KnownProperties): void {
  for (const property of Object.keys(resource.properties)) {
    if (!known.acted.includes(property) && !known.noEffect.includes(property))
      throw unsupported(resource, property);
  }
}

/** The error for a property, or a value of one, that the embedded stack cannot run. */
export function unsupported(resource: Resource, property: string, why?: string): LocalError {
  return new LocalError(
    'template-unsupported',
    `${at(resource, property)} is not supported on this machine${why === undefined ? '' : ` (${why})`}. ` +
      'Remove it from infra/, or teach local/ what it does.',
  );
}

/** Where a property stands, for messages: logical id, type and property. */
export function at(resource: Resource, property: string): string {
  return `${resource.logicalId} (${resource.type}) ${property}`;
}

/** The resource's own property of that name, or undefined. */
export function property(resource: Resource, name: string): Json | undefined {
  return member(resource.properties, name);
}
