/** What stands around every page. */
export const frame = {
  site: 'Election results',
  skip: 'Skip to the content',
  menu: 'Pages of this election',
  allElections: 'All elections',
  language: 'Language',
  loading: 'Loading…',
  views: {
    home: 'All elections',
    results: 'Results',
    area: 'Areas',
    stations: 'Stations',
    turnout: 'Turnout',
    certificate: 'How seats were won',
    'what-if': 'What if',
    findings: 'Findings',
    files: 'Download',
    versions: 'Versions',
    verify: 'Verify',
  },
  version: 'Release {version} of {date}',
  newer: 'This is not the newest release.',
  toNewest: 'Open the newest',
  withdrawn: 'This release has been withdrawn and must not be used any more.',
  synthetic:
    'The station protocols are made up: they sum to the totals of a real election and show what open data would look like.',
  foot: 'Everything on this page is computed from published files that you can download, check and recompute.',
  checked: 'Every number shown was checked against the signed manifest',
  table: 'Show as a table',
  errors: {
    title: 'This page cannot be shown',
    section: 'This part of the page cannot be shown',
    again: 'Try again',
    unreachable: 'The server cannot be reached. Check your connection and try again.',
    'no-release':
      'Nothing has been published for this address yet. Results appear here as soon as the first release is out.',
    missing: 'There is no such file in this release: {path}',
    server: 'The server answers with an error. Try again in a minute.',
    'no-ranges':
      'The server does not send parts of files, and this page does not load a large one whole. Download it instead: {path}',
    malformed: 'A published file has not the form that it should have: {path}',
    altered: 'A published file is not the one that was signed: {path}',
    alteredFooter:
      'What was changed is its footer: it does not have the hash that results.parts.json states.',
    alteredGroup:
      'What was changed is row group {group} of {groups}: it does not have the hash that results.parts.json states.',
    alteredWhy:
      'Its bytes do not have the hash that the release names. It was changed after publication or damaged on the way. Nothing of it is shown.',
    view: 'This part of the page does not work in your browser: {message}',
    old: 'Your browser is too old for the charts. The tables and the downloads are complete.',
  },
};
