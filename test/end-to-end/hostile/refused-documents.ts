import { anElection } from '../../support/builders.ts';
import type { Refused } from './refusal.ts';

/** Definitions and a status. */
export const refusedDocuments = (): readonly Refused[] => [
  ...texts.flatMap(([what, text]) =>
    named.map(([where, changes]) => ({
      what: `${what} in the name of the ${where}`,
      file: 'election.json',
      content: definition(changes, text),
      code: 'definition-invalid' as const,
    })),
  ),
  ...texts.map(([what, text]) => ({
    what: `${what} in the reason of a status`,
    file: 'status.json',
    content: status(text),
    code: 'status-invalid' as const,
  })),
  ...addresses.flatMap((address) =>
    linked.map(([where, changes]) => ({
      what: `${JSON.stringify(address)} as the address of the ${where}`,
      file: 'election.json',
      content: definition(changes, address),
      code: 'definition-invalid' as const,
    })),
  ),
  ...ids.flatMap((id) =>
    identified.map(([where, changes]) => ({
      what: `${JSON.stringify(id)} as the id of the ${where}`,
      file: 'election.json',
      content: definition(changes, id).replaceAll('"HERE":', () => `${JSON.stringify(id)}:`),
      code: 'definition-invalid' as const,
    })),
  ),
  {
    what: 'a regular expression in a mapping',
    file: 'election.json',
    content: runaway,
    code: 'definition-invalid',
  },
];

/** Texts that no name may have, wherever it stands. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['a NUL', 'a\0b'],
  ['a bell', 'a\u0007'],
  ['an escape of terminals', '\u001b[2J'],
  ['a control character of the second row', 'a\u0085b'],
  ['half a character', '\ud800'],
  ['the other half', 'x\udc00'],
  ['an override to the left', '\u202e54'],
  ['an embedding that never ends', '\u202bx'],
  ['an isolate that never ends', '\u2066x'],
  ['what is no character', '\ufffe'],
];

/** Addresses that are none. */
const addresses = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
  'https://x.example/"><script>alert(1)</script>',
  'https://x.example/ onclick=alert(1)',
  'https://x.example/`x`',
  'https://x.example/{x}',
  'https://x.example/|x',
  'https://x.example/\\x',
  'https://x.example/\u202e',
  'https://x.example/\u200b',
  'https://x.example/\u0000',
  'https://x.example/\ud800',
];

/** Ids that are none, or would be something else to JavaScript, a path or a key. */
const ids = [
  '__proto__',
  '../x',
  'a/b',
  'a#b',
  '-a',
  '.a',
  'a\n',
  'A\u200b',
  '\u00e9',
  'e\u0301',
  '\u0430',
  '',
];

/** A definition with a member put in place of `"HERE"`. */
function definition(changes: object, value: string): string {
  return JSON.stringify({ ...anElection(), ...changes }).replaceAll('"HERE"', () => JSON.stringify(value));
}

const { areas, parties, sources, laws, licence, authority } = anElection();

/** Where a definition takes a text. */
const named: readonly (readonly [where: string, changes: object])[] = [
  ['election', { name: { en: 'HERE' } }],
  ['area', { areas: areas.map((area) => ({ ...area, name: { en: 'HERE' } })) }],
  ['party', { parties: parties.map((party) => ({ ...party, name: { en: 'HERE' } })) }],
  ['source', { sources: sources.map((source) => ({ ...source, title: 'HERE' })) }],
  ['licence', { licence: { ...licence, title: 'HERE' } }],
  ['note', { notes: [{ en: 'HERE' }] }],
];

/** Where a definition takes an address. */
const linked: readonly (readonly [where: string, changes: object])[] = [
  ['licence', { licence: { ...licence, url: 'HERE' } }],
  ['source', { sources: sources.map((source) => ({ ...source, url: 'HERE' })) }],
  ['authority', { authority: { ...authority, url: 'HERE' } }],
  ['law', { laws: laws.map((law) => ({ ...law, url: 'HERE' })) }],
];

/** Where a definition takes an id. */
const identified: readonly (readonly [where: string, changes: object])[] = [
  ['area', { areas: [...areas, { ...areas[1], id: 'HERE' }] }],
  ['party', { parties: [{ ...parties[0], id: 'HERE' }] }],
  ['source', { sources: [...sources, { id: 'HERE', title: 'x' }] }],
  ['mapping', { tables: [{ files: 'results/list/*', columns: { HERE: 1 } }] }],
];

const status = (reason: string) =>
  JSON.stringify({ status: 'partial', by: 'Commission', at: '2024-03-12', reason });

/** A definition that would have a regular expression run, one that a back-tracking engine tries for ever. */
const runaway = JSON.stringify({
  ...anElection(),
  tables: [{ files: 'results/list/*', layout: 'wide', columns: { station: 1 }, optionPattern: '^(a+)+$' }],
});
