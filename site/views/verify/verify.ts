import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import { DataError } from '../../data/errors.ts';
import { fragment } from '../../dom.ts';
import { contestOf, releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { chooser } from './chooser.ts';
import { verification } from './verification.ts';

interface Data extends OfElection {
  /** The area whose protocols can be chosen; null where its file cannot be shown, which the verification then says. */
  readonly area: AreaResults | null;
}

/** *Verify this number*: one protocol, checked in the browser from the published files. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const area = context.address.area ?? contestOf(summary, context).area;
    return { release, summary, area: await release.area(area).catch(unlessReadable) };
  },
  head: ({ summary }, context) => ({
    title: context.texts.verification.title,
    contest: context.format.text(contestOf(summary, context).name),
    lead: context.texts.verification.intro,
  }),
  render({ release, summary, area }, context) {
    const { address } = context;
    const contest = contestOf(summary, context);
    const own = area?.protocols.filter((one) => one.contest === contest.contest) ?? [];
    // One protocol alone needs no choice; a station that the address names may have none, and that is an answer too.
    const station =
      address.station ?? own.find((one) => one.station === null || own.length === 1)?.station ?? null;
    const isChosen = address.station !== null || area === null || own.some((one) => one.station === station);
    const claim = {
      election: summary.election,
      version: release.version,
      contest: contest.contest,
      area: address.area ?? contest.area,
      station,
      key: null,
    };
    return fragment(
      isChosen ? verification(claim, contest, area, context) : null,
      area === null ? null : chooser(area, summary, context),
    );
  },
});

/** A file that was altered is what this page is for: it goes on without, and the verification names what does not hold. */
function unlessReadable(error: unknown): null {
  if (error instanceof DataError && error.code !== 'unreachable') return null;
  throw error;
}
