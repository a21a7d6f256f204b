import type { Plural } from '../format.ts';

const over: Plural = {
  one: 'One station states more voters than are registered and is not drawn.',
  other: '{count} stations state more voters than are registered and are not drawn.',
};
const based: Plural = { one: '{count} station', other: '{count} stations' };

/** The page of all stations of a contest. */
export const stations = {
  title: 'Stations at a glance: {contest}',
  link: 'All stations at a glance',
  lead: 'Turnout and the share of the leading option, station by station.',
  ask: 'What is drawn here is read from {size} of results.parquet, and only when you ask for it.',
  read: 'Read {size}',
  reading: '{done} of {size} read',
  stop: 'Stop',
  stopped: 'You have stopped it. Nothing is shown, since a part of the stations would give a wrong picture.',
  again: 'Read again',
  none: 'No protocols of stations have been published for this contest.',
  noFile: 'This release has no results.parquet to read them from.',
  cast: 'Turnout: voters who cast a ballot, of the registered voters.',
  issued: 'Turnout: ballots issued, of the registered voters.',
  share: 'Share: votes for {leader}, of the votes for all options.',
  noLeader: 'No option has votes, so no share is drawn.',
  checked:
    'Nothing is drawn that was not checked: each part of results.parquet that is read has the SHA-256 that the release states of it.',
  unproved:
    'This release does not state the SHA-256 of parts of results.parquet, and the file is too large to be loaded whole for a page ({size}). What cannot be checked is not drawn. Download the file and verify it.',
  verify: 'Files and their SHA-256',
  based,
  over,
  turnout: {
    heading: 'Turnout of the stations',
    caption: 'Stations by turnout',
    sentence:
      'Turnout is known of {stations}. In at least half of them it is at most {median}. The fullest range, {from} to {to}, holds {most}.',
    none: 'No station states both voters and registered voters.',
    range: 'Turnout',
    count: 'Stations',
    axis: 'Turnout, per cent',
  },
  map: {
    heading: 'Turnout and share of the leading option',
    caption: 'Stations by turnout (across) and share of {leader} (down)',
    sentence:
      'Turnout and share are known of {stations}. The fullest square holds {most}: turnout {from} to {to}, share {low} to {high}.',
    none: 'No station states turnout and votes.',
    axis: 'Share, per cent',
    scale: 'Stations in a square, from {low} to {high}',
  },
};
