import { asText } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** A signing key to be kept in a file. */
export type KeyPlan = { readonly logicalId: string; readonly name: string; readonly arn: string };

const KNOWN = {
  acted: ['KeySpec', 'KeyUsage'],
  noEffect: ['Description', 'EnableKeyRotation', 'Enabled', 'KeyPolicy', 'PendingWindowInDays', 'Tags'],
} as const;

/**
 * Reads an `AWS::KMS::Key`; undefined for one that encrypts, since nothing is encrypted on this machine. Throws `template-unsupported` for
 * any other but one that signs with Ed25519.
 */
export function readKey(resource: Resource): KeyPlan | undefined {
  checkProperties(resource, KNOWN);
  if ((property(resource, 'KeySpec') ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT') return undefined;
  const { logicalId, name, arn } = resource;
  for (const [member, wanted] of [
    ['KeySpec', 'ECC_NIST_EDWARDS25519'],
    ['KeyUsage', 'SIGN_VERIFY'],
  ] as const) {
    const found = asText(property(resource, member) ?? 'nothing', at(resource, member));
    if (found !== wanted) throw unsupported(resource, member, `${found}: only ${wanted} runs here`);
  }
  return { logicalId, name, arn };
}
