import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { DataError } from '../../data/errors.ts';
import { fragment } from '../../dom.ts';
import { defineView } from '../../view.ts';
import { contestOf, heading, releaseOf } from '../parts/contest.ts';
import { chooser } from './chooser.ts';
import { verification } from './verification.ts';

interface Data {
  readonly version: string;
  readonly summary: Summary;
  /** The area whose protocols can be chosen; null where its file cannot be shown, which the verification then says. */
  readonly area: AreaResults | null;
}

/** *Verify this number*: one protocol, checked in the browser from the published files. */
export const view = defineView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const area = context.address.area ?? contestOf(summary, context).area;
    return { version: release.version, summary, area: await release.area(area).catch(unlessReadable) };
  },
  title: (_data, { texts }) => texts.verification.title,
  render({ version, summary, area }, context) {
    const { address, texts } = context;
    const contest = contestOf(summary, context);
    const own = area?.protocols.filter((one) => one.contest === contest.contest) ?? [];
    // One protocol alone needs no choice; a station that the address names may have none, and that is an answer too.
    const station =
      address.station ?? own.find((one) => one.station === null || own.length === 1)?.station ?? null;
    const isChosen = address.station !== null || area === null || own.some((one) => one.station === station);
    const claim = {
      election: summary.election,
      version,
      contest: contest.contest,
      area: address.area ?? contest.area,
      station,
      key: null,
    };
    return fragment(
      heading(texts.verification.title, texts.verification.intro),
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
