import { type FileHandle, mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prettyJson } from '../../functions/model/json/json.ts';
import { syntheticSource } from './definition.ts';
import { SynthesisError } from './errors.ts';
import type { SyntheticStation } from './stations.ts';
import { type Synthesis, type SynthesisOptions, synthesize } from './synthesize.ts';

/** What is made up, and where it is put. */
export interface WriteOptions extends SynthesisOptions {
  /** Where the folder of the made-up election is put. */
  readonly folder: string;
  /** Told now and then how many stations have been written. */
  readonly onProgress?: (stations: number, total: number) => void;
}

/** What was written. */
export interface Written {
  /** The folder of the made-up election, ready to upload. */
  readonly folder: string;
  readonly stations: number;
  /** Paths within it, in the order written. */
  readonly files: readonly string[];
}

/**
 * Writes the made-up election `<id>-synthetic` into a folder of that name: election.json, and for each region `stations/synthetic-<area>.csv` and
 * `results/<contest>/synthetic-<area>.csv` (wide layout). Memory stays the same however many stations there are. Throws `SynthesisError`,
 * `folder-exists` when the folder already holds something.
 */
export async function writeSynthetic(options: WriteOptions): Promise<Written> {
  const synthesis = synthesize(options);
  const folder = join(options.folder, synthesis.definition.id);
  await requireEmpty(folder);
  const results = join('results', synthesis.contest);
  for (const part of ['stations', results]) await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, 'election.json'), prettyJson(synthesis.definition));
  const files = ['election.json'];
  const stations = synthesis.stations();
  let written = 0;
  for (const region of synthesis.regions) {
    const paths = ['stations', results].map((part) => join(part, `synthetic-${region.area}.csv`));
    const rows = takeStations(stations, region.stations, () => {
      written += 1;
      if (written % 1000 === 0 || written === options.stations)
        options.onProgress?.(written, options.stations);
    });
    await writeRegion(folder, paths, synthesis, rows);
    files.push(...paths);
  }
  return { folder, stations: written, files };
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) return;
  throw new SynthesisError(
    'folder-exists',
    `${folder} already holds files; remove it or choose another folder.`,
  );
}

function* takeStations(
  stations: Generator<SyntheticStation>,
  count: number,
  done: () => void,
): Generator<SyntheticStation> {
  for (let index = 0; index < count; index += 1) {
    const next = stations.next();
    if (next.done) return;
    yield next.value;
    done();
  }
}

async function writeRegion(
  folder: string,
  [register = '', protocols = '']: readonly string[],
  synthesis: Synthesis,
  stations: Iterable<SyntheticStation>,
): Promise<void> {
  const registerFile = await open(join(folder, register), 'w');
  const protocolsFile = await open(join(folder, protocols), 'w');
  try {
    const registerRows = rowWriter(registerFile);
    const protocolRows = rowWriter(protocolsFile);
    await registerRows.write('station,area,name,registered,source');
    await protocolRows.write(protocolHeader(synthesis));
    for (const station of stations) {
      await registerRows.write(registerRow(station));
      await protocolRows.write(protocolRow(station, synthesis));
    }
    await registerRows.end();
    await protocolRows.end();
  } finally {
    await registerFile.close();
    await protocolsFile.close();
  }
}

/** Collects rows and writes 64 KB at a time. */
function rowWriter(file: FileHandle): {
  write(row: string): Promise<void> | undefined;
  end(): Promise<void>;
} {
  let text = '';
  const flush = async (): Promise<void> => {
    const full = text;
    text = '';
    await file.write(full);
  };
  return {
    write(row) {
      text += `${row}\n`;
      return text.length < 65_536 ? undefined : flush();
    },
    end: flush,
  };
}

function protocolHeader({ options, counts }: Synthesis): string {
  const further = furtherColumns(counts.further);
  return [
    'area',
    'station',
    'registered',
    'issued',
    'cast',
    'invalid',
    'valid',
    ...further,
    ...options,
    'source',
  ].join(',');
}

function furtherColumns(further: ReadonlyMap<string, bigint>): string[] {
  return [...further.keys()].flatMap((field) => (field === 'unused' ? ['unused', 'received'] : [field]));
}

function registerRow({ station, area, name, registered }: SyntheticStation): string {
  return `${station},${area},${name},${registered},${syntheticSource}`;
}

function protocolRow(protocol: SyntheticStation, { counts }: Synthesis): string {
  const { area, station, registered, issued, cast, invalid, votes, further } = protocol;
  let row = `${area},${station},${registered},${issued},${cast},${invalid},${cast - invalid}`;
  for (const field of counts.further.keys()) {
    const count = further.get(field) ?? 0n;
    row += field === 'unused' ? `,${count},${issued + count}` : `,${count}`;
  }
  for (const count of votes) row += `,${count}`;
  return `${row},${syntheticSource}`;
}
