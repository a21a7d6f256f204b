import type { Plural } from '../format.ts';

const seats: Plural = { one: 'seat', other: 'seats' };
const pass: Plural = {
  one: 'Lists that reach the threshold of {threshold}: {passing} of {count}.',
  other: 'Lists that reach the threshold of {threshold}: {passing} of {count}.',
};
const lead: Plural = { one: '{name} in one area', other: '{name} in {count} areas' };

/** What the charts say. */
export const charts = {
  asTable: 'The numbers as a table',
  option: 'Option',
  votes: 'Votes',
  share: 'Share',
  seats: 'Seats',
  computed: 'Computed',
  declared: 'Declared',
  difference: 'Difference',
  area: 'Area',
  time: 'Time',
  hemicycle: {
    caption: 'Seats',
    seats,
    needed: '{seats} for a majority',
    majority: '{name} has {seats} of {all} seats: a majority, for which {needed} are needed.',
    noMajority: 'Nobody has the {needed} of {all} seats that are a majority. Most seats: {name}, {seats}.',
    none: 'No seats have been allocated.',
  },
  bars: {
    caption: 'Votes',
    threshold: 'Threshold {threshold}',
    below: 'below the threshold',
    cannotWin: 'can win nothing',
    leads: 'Most votes: {name}, {percent}.',
    pass,
    none: 'No votes have been published.',
  },
  beside: {
    caption: 'Seats computed and declared',
    agree: 'The seats computed from the votes are the ones that the authority declared.',
    differ: 'Computed and declared seats differ: {differences}.',
    one: '{name}, {computed} computed and {declared} declared',
  },
  tiles: {
    caption: '{measure} by area',
    range: '{measure} lies between {low} ({lowest}) and {high} ({highest}).',
    leaders: 'Most votes by area: {leads}.',
    lead,
    none: '{measure} has not been published by area.',
    missing: 'not published',
    scale: 'From {low} to {high}',
  },
  turnout: {
    caption: 'Turnout through the day',
    last: '{area}: {percent} had voted by {time}.',
    falls: 'A later number is below an earlier one: {areas}. Both are shown as published.',
    others: 'other areas',
    none: 'No turnout was published during the day.',
    axis: 'Voters who had voted, per cent',
  },
};
