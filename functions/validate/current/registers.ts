import type { AreaStations } from '../../model/station-ids.ts';
import { readAhead } from './ahead.ts';
import { type Current, type CurrentFile, headerOf } from './current.ts';

/** Stations of one area, as a file of the register names them. */
export interface NamedStations extends AreaStations {
  readonly file: CurrentFile;
}

/**
 * The stations of these files, in the order of the files, then by area and id, so that not all of them are in memory. They are read from the rolls;
 * of a batch from before there were rolls, from the stations themselves, one area after another.
 */
export async function* stationsNamed(
  files: readonly CurrentFile[],
  current: Current,
): AsyncGenerator<NamedStations> {
  const rolls = readAhead(files, ({ batch }) => current.batches.roll(current.election, batch));
  for await (const [file, roll] of rolls)
    for await (const part of roll ?? readStations(file, current)) yield { ...part, file };
}

async function* readStations(file: CurrentFile, current: Current): AsyncGenerator<AreaStations> {
  for (const { area } of (await headerOf(current, file)).areas) {
    const stations = await current.batches.stations(current.election, file.batch, area);
    yield { area, stations: stations.map(({ station }) => station) };
  }
}
