import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Job } from '../job.ts';

const Papa = createRequire(import.meta.url)('papaparse');
const count = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(Number);
const row = z.object({
  station: z.string(),
  area: z.string(),
  registered: count,
  issued: count,
  cast: count,
  invalid: count,
  option: z.string(),
  votes: count,
  source: z.string(),
});

/** What one would write first: papaparse's public interface, a schema for every row, sums in maps. */
export function zodRows(path: string): Job {
  return async () => {
    const stations = new Map<string, { votes: number; cast: number; invalid: number }>();
    const areas = new Map<string, number>();
    await new Promise<void>((resolve, reject) =>
      Papa.parse(createReadStream(path).setEncoding('utf8'), {
        header: true,
        skipEmptyLines: true,
        step: ({ data }: { data: unknown }) => {
          const { station, area, option, votes, cast, invalid } = row.parse(data);
          const known = stations.get(station) ?? { votes: 0, cast, invalid };
          known.votes += votes;
          stations.set(station, known);
          areas.set(`${area} ${option}`, (areas.get(`${area} ${option}`) ?? 0) + votes);
        },
        complete: () => resolve(),
        error: reject,
      }),
    );
    return null;
  };
}
