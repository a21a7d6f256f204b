import { allocate, type Certificate } from '../../../functions/allocate/index.ts';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { groundsOf, type Naming } from './grounds.ts';

/** Computes a certificate anew from the votes and the law that it states: whether its outcome follows; unknown for a system that this code does not know. */
export function recompute(certificate: Certificate, naming: Naming): 'holds' | 'fails' | 'unknown' {
  const grounds = groundsOf(certificate, naming);
  if (!grounds) return 'unknown';
  return canonicalJson(allocate(grounds).outcome) === canonicalJson(certificate.outcome) ? 'holds' : 'fails';
}
