import type { ViewName } from '../frame/address.ts';
import type { View } from '../view.ts';
import type { ElectionView } from './parts/election.ts';

/** The pages by name; each is loaded when it is first opened. All but the list of elections name one, and show the notices of its release. */
export const views: Readonly<
  Record<'home', () => Promise<View>> & Record<Exclude<ViewName, 'home'>, () => Promise<ElectionView>>
> = {
  home: async () => (await import('./home.ts')).view,
  results: async () => (await import('./results/results.ts')).view,
  area: async () => (await import('./area/area.ts')).view,
  stations: async () => (await import('./stations/stations.ts')).view,
  turnout: async () => (await import('./turnout.ts')).view,
  certificate: async () => (await import('./certificate.ts')).view,
  'what-if': async () => (await import('./what-if/what-if.ts')).view,
  findings: async () => (await import('./release/findings.ts')).view,
  files: async () => (await import('./release/files.ts')).view,
  versions: async () => (await import('./release/versions.ts')).view,
  verify: async () => (await import('./verify/verify.ts')).view,
};
