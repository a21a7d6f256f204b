import { limits } from './facts/limits.ts';
import { prices } from './facts/prices.ts';
import { sumOf } from './measure/usage.ts';
import { allUsage, billOf, gigabyteSeconds, kept } from './model/cost.ts';
import { isReleasable, marginsOf, mostReleased, shortestArrival } from './model/margins.ts';
import { type Night, playNight } from './model/night.ts';
import { rehearse } from './model/rehearsal.ts';
import { type Shape, shapes } from './model/shape.ts';

/** The tables of docs/capacity.md by the names that stand around them there, in Markdown. */
export function capacityTables(): Map<string, string> {
  const planned = shapes.map((shape) => ({ shape, ...nightsOf(shape) }));
  return new Map([
    ['pass', passTable()],
    ['night', nightTable(planned)],
    ...planned.map(({ shape, even, together }): [string, string] => [
      `limits: ${shape.name}`,
      limitsTable(shape, even, together),
    ]),
    ['largest', largestTable()],
    ['prices', pricesTable()],
    ['sources', sourcesTable()],
  ]);
}

interface Planned {
  readonly shape: Shape;
  readonly even: Night | null;
  readonly together: Night | null;
}

function nightsOf(shape: Shape): Omit<Planned, 'shape'> {
  if (!isReleasable(shape)) return { even: null, together: null };
  return { even: playNight(shape), together: playNight(shape, true) };
}

/** Everything uploaded once, and one release of it. */
function passTable(): string {
  const passes = shapes.map(({ stations, files }) => {
    const usage = rehearse(stations, files, [files]);
    const all = sumOf(Object.values(usage));
    return { all, release: usage.publish, uploads: 1 + 2 * files };
  });
  const row = (name: string, of: (pass: (typeof passes)[number]) => number) => [
    name,
    ...passes.map((pass) => quantity(of(pass))),
  ];
  return table(
    ['', ...shapes.map(({ name }) => name)],
    [
      row('uploads', ({ uploads }) => uploads),
      row('Lambdas', ({ all }) => all.invocations),
      row('items written', ({ all }) => all.items),
      row('write units', ({ all }) => all.writeUnits),
      row('read units', ({ all }) => all.readUnits),
      row('of these, of the release', ({ release }) => release.readUnits),
      row('requests to DynamoDB', ({ all }) => all.batchWrites + all.puts + all.gets + all.queries),
      row('S3 PUT and LIST', ({ all }) => all.s3Writes),
      row('S3 GET', ({ all }) => all.s3Reads),
      row('bytes of the release', ({ release }) => release.s3BytesIn),
      row('KMS', ({ all }) => all.kms),
    ],
  );
}

function nightTable(planned: readonly Planned[]): string {
  const row = (name: string, of: (shape: Shape, night: Night) => string) => [
    name,
    ...planned.map(({ shape, even }) => (even ? of(shape, even) : '—')),
  ];
  const dollars = (name: string, key: keyof ReturnType<typeof billOf>) =>
    row(name, (shape, night) => `$${billOf(shape, night)[key].toFixed(2)}`);
  return table(
    ['', ...planned.map(({ shape }) => shape.name)],
    [
      row('results files, in eight hours', ({ files, versions }) => quantity(files * versions)),
      row('releases', (_, night) => quantity(night.releases)),
      row('from the last upload to the release that holds it', (_, night) => `${night.until.toFixed(0)} s`),
      row('check, the longest', (_, night) => `${night.longest.results.toFixed(0)} s`),
      row('seats, the longest', (_, night) => `${night.longest.allocate.toFixed(0)} s`),
      row('release, the longest', (_, night) => `${night.longest.publish.toFixed(0)} s`),
      row('Lambda seconds: checks', (_, night) => quantity(night.seconds.results)),
      row('Lambda seconds: seats', (_, night) => quantity(night.seconds.allocate)),
      row('Lambda seconds: releases and waiting for them', (_, { seconds }) =>
        quantity(seconds.publish + seconds.covered + seconds.idle),
      ),
      row('GB-seconds', (_, night) => quantity(gigabyteSeconds(night))),
      row('state transitions', (_, night) => quantity(night.transitions)),
      row('write units, days before included', (shape, night) => quantity(allUsage(shape, night).writeUnits)),
      row('read units', (shape, night) => quantity(allUsage(shape, night).readUnits)),
      row('S3 PUT and LIST', (shape, night) => quantity(allUsage(shape, night).s3Writes)),
      row('S3 GET', (shape, night) => quantity(allUsage(shape, night).s3Reads)),
      row('bytes kept in the buckets', (shape, night) =>
        quantity(kept(shape, allUsage(shape, night)).buckets),
      ),
      row('KMS', (shape, night) => quantity(allUsage(shape, night).kms)),
      dollars('Lambda', 'lambda'),
      dollars('DynamoDB', 'dynamodb'),
      dollars('S3 requests', 's3'),
      dollars('Step Functions', 'stepFunctions'),
      dollars('KMS, EventBridge, logs', 'others'),
      dollars('a month of keeping it', 'storage'),
      dollars('CloudFront, as assumed', 'cloudfront'),
      dollars('**together**', 'total'),
    ],
  );
}

function limitsTable(shape: Shape, even: Night | null, together: Night | null): string {
  return table(
    ['', 'used', 'limit', 'margin'],
    marginsOf(shape, even, together).map(({ what, used, limit, unit, margin }) => [
      what,
      quantity(used),
      `${quantity(limit)} ${unit}`,
      margin < 1 ? `**${times(margin)}**` : times(margin),
    ]),
  );
}

function largestTable(): string {
  const row = (name: string, of: (shape: Shape) => string) => [name, ...shapes.map(of)];
  return table(
    ['', ...shapes.map(({ name }) => name)],
    [
      row('stations to a file', ({ stations, files }) => quantity(stations / files)),
      row('stations that one Lambda releases in 900 s', (shape) => quantity(mostReleased(shape))),
      row('all files of a version may come in', (shape) =>
        isReleasable(shape) ? `${quantity(shortestArrival(shape))} s` : '—',
      ),
    ],
  );
}

function pricesTable(): string {
  const rows = Object.values(prices).map(({ dollars, per, unit, source }) => [
    `$${dollars}`,
    `${quantity(per)} ${unit}`,
    source ?? '**not looked up**: from memory',
  ]);
  return table(['', 'for', 'source'], rows);
}

function sourcesTable(): string {
  const rows = Object.values(limits).map(({ value, unit, source }) => [
    `${quantity(value)} ${unit}`,
    source ?? '**not looked up**: from memory',
  ]);
  return table(['limit', 'source'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, place) => (place === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Three digits, and a word for what is large. */
function quantity(value: number): string {
  for (const [size, word] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (value >= size) return `${Number((value / size).toPrecision(3))} ${word}`;
  return value >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
}

function times(margin: number): string {
  return `${margin >= 100 ? quantity(Math.round(margin)) : Number(margin.toPrecision(2))} ×`;
}
