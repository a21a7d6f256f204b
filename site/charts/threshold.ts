import { isObject } from '../../functions/model/json/json.ts';

/** The share that every list needs under a system of a certificate, in percent; null where the law has none, or no single share. */
export function thresholdOfSystem({ threshold }: { readonly [member: string]: unknown }): string | null {
  const percent = isObject(threshold) ? threshold.percent : null;
  return typeof percent === 'string' && /^\d{1,3}(\.\d{1,12})?$/.test(percent) ? percent : null;
}
