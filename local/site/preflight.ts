import { asList, asObject, asText, type JsonObject, member } from '../json.ts';
import { matchesWildcard } from '../wildcard.ts';
import type { Asking } from './headers.ts';

/**
 * Whether the bucket's CORS rules allow the request that a preflight announces. CloudFront passes a preflight on to the bucket,
 * which refuses it without a rule, whatever the distribution's headers policy says.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export function allowsPreflight(cors: JsonObject | undefined, { headers }: Asking): boolean {
  const rules = cors === undefined ? [] : asList(member(cors, 'CorsRules') ?? [], 'CorsRules');
  const wanted = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return rules.some((json) => {
    const rule = asObject(json, 'CorsRules');
    const texts = (name: string): string[] =>
      asList(member(rule, name) ?? [], name).map((item) => asText(item, name));
    const allowed = texts('AllowedHeaders').map((name) => name.toLowerCase());
    return (
      texts('AllowedOrigins').some((origin) => fits(headers.origin ?? '', origin)) &&
      texts('AllowedMethods').includes(String(headers['access-control-request-method'])) &&
      wanted.every((name) => name === '' || allowed.some((pattern) => fits(name, pattern)))
    );
  });
}

function fits(text: string, pattern: string): boolean {
  return matchesWildcard(text, pattern, { single: false });
}
