import { ceiling, fraction, multiply, parseFraction } from '../../../model/fraction.ts';
import type { Verdict } from '../../../model/generated/certificate.ts';
import type { Referendum, System } from '../../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../../model/ids.ts';
import { baseFigure, castFigure, votesFigure } from '../../count/bases.ts';
import { type Tally, tallyIn } from '../../count/tally.ts';
import type { BoundsWithin, Further } from './bounds.ts';
import { onlyKnown } from './known.ts';
import { verdictWithin } from './shares.ts';

/**
 * A referendum is decided when one and the same condition fails, or none can, however the further votes fall: in the order of the law, so
 * that too low a turnout is told from too few who said yes.
 */
export function referendumBounds(system: System, tally: Tally): BoundsWithin | null {
  const yes = tally.contest.options.find(({ kind }) => kind === 'yes');
  if (system.type !== 'referendum' || !yes || !isKnown(system)) return null;
  return (further) => {
    const verdicts = [
      ...(system.turnout
        ? [
            verdictWithin(
              castFigure(tally),
              baseFigure(system.turnout.base, tally),
              system.turnout,
              further.votes,
            ),
          ]
        : []),
      ...yesVerdicts(system, tally, yes.id, further),
    ];
    return { decided: isDecided(verdicts, system.turnout !== undefined), seats: [] };
  };
}

function isKnown(system: Referendum): boolean {
  const share = ['percent', 'base', 'inclusive', 'law'];
  const { turnout, majority, regions } = system;
  return (
    onlyKnown(system, ['type', 'turnout', 'majority', 'regions']) !== null &&
    onlyKnown(majority, share) !== null &&
    (turnout === undefined || onlyKnown(turnout, share) !== null) &&
    (regions === undefined ||
      (onlyKnown(regions, ['areas', 'atLeast', 'majority', 'law']) !== null &&
        onlyKnown(regions.majority, share) !== null))
  );
}

/** The conditions that reject: the majority, and that in enough of the regions. */
function yesVerdicts(
  { majority, regions }: Referendum,
  tally: Tally,
  yes: OptionId,
  further: Further,
): Verdict[] {
  const base = baseFigure(majority.base, tally);
  const national = verdictWithin(votesFigure(yes, tally), base, majority, further.votes);
  if (!regions) return [national];
  const verdicts = regions.areas.map((area) => inArea(tally, area, yes, regions.majority, further));
  const required = Number(
    ceiling(multiply(parseFraction(regions.atLeast), fraction(BigInt(verdicts.length)))),
  );
  const hold = verdicts.filter((verdict) => verdict === 'holds').length;
  const fail = verdicts.filter((verdict) => verdict === 'fails').length;
  if (hold >= required) return [national, 'holds'];
  return [national, verdicts.length - fail < required ? 'fails' : 'undetermined'];
}

function inArea(
  tally: Tally,
  area: AreaId,
  yes: OptionId,
  share: Referendum['majority'],
  further: Further,
): Verdict {
  const own = tallyIn(tally, area);
  if (!own) return 'undetermined';
  return verdictWithin(votesFigure(yes, own), baseFigure(share.base, own), share, further.in(area));
}

/** Adopted, rejected or invalid for certain. Whether too few took part must be known before it matters how they voted. */
function isDecided(verdicts: readonly Verdict[], asksForTurnout: boolean): boolean {
  if (verdicts.every((verdict) => verdict === 'holds')) return true;
  if (asksForTurnout && verdicts[0] === 'fails') return true;
  const turnoutHolds = !asksForTurnout || verdicts[0] === 'holds';
  return turnoutHolds && verdicts.includes('fails');
}
