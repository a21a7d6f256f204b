import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../../functions/model/finding.ts';
import { memoryCurrent } from '../../functions/validate/current/memory.ts';
import { electionId } from '../support/builders.ts';
import { verdictOn } from '../validate/checking.ts';

/** A broken file, as the expected.json of its folder has it. */
export interface Expected {
  /** The file it is uploaded as. */
  readonly as: string;
  /** Files of given/ that are in force before it, beside the definition and the register. */
  readonly after?: readonly string[];
  /** false: not even the definition and the register are there. */
  readonly base?: boolean;
  /** Every finding: level, code, and where. */
  readonly findings: readonly string[];
}

/** A broken file and what is expected of it. */
export interface Broken extends Expected {
  /** Folder and name, as `counts/votes/decimal.csv`. */
  readonly path: string;
}

const root = import.meta.dirname;

/** The folders of broken files, as `counts/votes`, in order. */
export function folders(): string[] {
  return globSync('**/expected.json', { cwd: root }).map(dirname).sort();
}

/** The broken files of a folder. Throws when a file is not in its table, or the table names one that is not there. */
export function brokenFiles(folder: string): Broken[] {
  const table: Record<string, Expected> = JSON.parse(
    readFileSync(join(root, folder, 'expected.json'), 'utf8'),
  );
  const names = readdirSync(join(root, folder)).filter((name) => name !== 'expected.json');
  const odd = [
    ...names.filter((name) => !Object.hasOwn(table, name)),
    ...Object.keys(table).filter((name) => !names.includes(name)),
  ];
  if (odd.length > 0)
    throw new Error(`${folder}: ${odd.join(', ')} stand only in the folder or only in its table`);
  return Object.entries(table).map(([name, expected]) => ({ ...expected, path: `${folder}/${name}` }));
}

/** The findings on a broken file, as expected.json writes them. */
export async function findingsOn({ path, as, after = [], base = true }: Broken): Promise<string[]> {
  const current = memoryCurrent(electionId('xx-2024'));
  const before = [...(base ? ['election.json', 'stations/register.csv'] : []), ...after];
  for (const name of before) {
    const verdict = await verdictOn({ [name]: readFileSync(join(root, 'given', name)) }, current);
    if (verdict.outcome === 'rejected' || verdict.findings.kept.length > 0)
      throw new Error(`given/${name} is not sound: ${verdict.findings.kept.map(findingText).join('; ')}`);
  }
  const verdict = await verdictOn({ [as]: readFileSync(join(root, path)) }, current);
  return verdict.findings.kept.map(findingText);
}

/** As `error count-not-whole row 2 column A station st1`. */
export function findingText({ level, code, where }: Finding): string {
  const places = (['row', 'column', 'contest', 'area', 'station', 'option'] as const).flatMap((name) =>
    where[name] === undefined ? [] : [`${name} ${where[name]}`],
  );
  return [level, code, ...places].join(' ');
}

/** The name of a broken file without its folder. */
export function nameOf({ path }: Broken): string {
  return basename(path);
}
