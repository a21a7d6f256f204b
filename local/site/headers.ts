import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { CorsPlan, HeadersPlan } from '../template/resources/headers-policy.ts';

/** Headers of an answer, names in lower case. */
export type Headers = Map<string, string | string[]>;

/** The part of the request that decides about headers. */
export type Asking = { readonly method: string; readonly headers: IncomingHttpHeaders };

/** Applies a response headers policy as CloudFront does: takes headers away, sets its own, and answers `Origin`. */
export function applyPolicy(answer: Headers, policy: HeadersPlan | undefined, asking: Asking): void {
  if (policy === undefined) return;
  for (const name of policy.removed) answer.delete(name);
  for (const { name, value, override } of policy.fixed) {
    if (override || !answer.has(name.toLowerCase())) answer.set(name.toLowerCase(), value);
  }
  const { origin } = asking.headers;
  if (policy.cors === undefined || origin === undefined) return;
  for (const [name, value] of corsHeaders(policy.cors, origin, isPreflight(asking))) answer.set(name, value);
}

/** Whether a browser asks beforehand if it may send the real request. */
export function isPreflight({ method, headers }: Asking): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

/** The headers as Node.js takes them. */
export function outgoing(headers: Headers): OutgoingHttpHeaders {
  return Object.fromEntries(headers);
}

function corsHeaders(cors: CorsPlan, origin: string, preflight: boolean): [string, string][] {
  const anyOrigin = cors.origins.includes('*');
  if (!anyOrigin && !cors.origins.includes(origin)) return [];
  const headers: [string, string][] = [['access-control-allow-origin', anyOrigin ? '*' : origin]];
  if (!anyOrigin) headers.push(['vary', 'Origin']);
  if (cors.credentials) headers.push(['access-control-allow-credentials', 'true']);
  if (cors.exposed.length > 0) headers.push(['access-control-expose-headers', cors.exposed.join(', ')]);
  if (!preflight) return headers;
  headers.push(['access-control-allow-methods', cors.methods.join(', ')]);
  headers.push(['access-control-allow-headers', cors.headers.join(', ')]);
  if (cors.maxAgeSeconds !== undefined) headers.push(['access-control-max-age', String(cors.maxAgeSeconds)]);
  return headers;
}
