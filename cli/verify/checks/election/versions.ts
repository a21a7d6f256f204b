import type { Latest } from '../../../../functions/model/generated/latest.ts';
import type { Versions } from '../../../../functions/model/generated/versions.ts';
import { prettyJson } from '../../../../functions/model/json.ts';
import type { Entry } from '../../../../functions/model/ledger.ts';
import { foldLedger } from '../../../../functions/model/state.ts';
import { statusOf } from '../../../../functions/publish/figures/status.ts';
import { counted } from '../../../outcome.ts';
import { checkedDocument } from '../../../release/documents.ts';
import { electionText } from '../../../release/election.ts';
import type { ChainLink } from '../../chain.ts';
import type { Check } from '../../check.ts';
import { firstDifference } from '../../compare.ts';

const file = 'versions.json';

type Release = Versions['releases'][number];

/**
 * versions.json of the election lists the releases of the chain, with the statuses that the ledger has and the withdrawals that latest.json has.
 * Who said what of a release later than this one stands in no file of it: of that, the list is all there is.
 */
export const versions: Check = {
  name: 'versions',
  async run({ pointer, election, entries, manifest, chain }) {
    const links = await chain();
    if (election === null || links === null || pointer === null)
      return { holds: 'no versions.json lies beside' };
    const text = await electionText(election, file);
    if (text === null && !election.asked) return { holds: 'no versions.json lies beside' };
    if (text === null)
      return { differs: { file, at: '', expected: 'the list of the releases', found: 'none' } };
    const found = checkedDocument(text, file, 'versions');
    const latest = checkedDocument(pointer, 'latest.json', 'latest');
    const known = { entries: await entries(), revision: (await manifest()).revision };
    const expected = versionsOf(latest, links, found, known);
    const difference = firstDifference(expected, found);
    if (difference) return { differs: { file, ...difference } };
    if (text !== prettyJson(expected))
      return { differs: { file, at: '', expected: 'the bytes that Sailau writes', found: 'others' } };
    return { holds: `versions.json lists ${counted(links.length, 'release')}, those of the chain` };
  },
};

/** What the ledger of the release that is verified tells, and up to which revision. */
interface Known {
  readonly entries: readonly Entry[];
  readonly revision: number;
}

function versionsOf(latest: Latest, links: readonly ChainLink[], stated: Versions, known: Known): Versions {
  const withdrawals = new Map(latest.withdrawn.map((one) => [one.version, one]));
  const saidOf = new Map(stated.releases.map(({ version, status }) => [version, status]));
  return {
    election: latest.election,
    entry: latest.entry,
    latest: latest.version,
    releases: links.map(({ hash, manifest }): Release => {
      const { election, version, revision, at, previous } = manifest;
      const withdrawal = withdrawals.get(version);
      const {
        status,
        by,
        at: said,
        reason,
      } = withdrawal
        ? { ...withdrawal, status: 'withdrawn' as const }
        : (statusAt(revision, known) ?? { ...nobody, ...saidOf.get(version), status: manifest.status });
      return {
        version,
        revision,
        at,
        path: `elections/${election}/${version}/`,
        manifest: hash,
        previous: previous?.version ?? null,
        status: { status, by, at: said, reason },
        withdrawn: withdrawal !== undefined,
      };
    }),
  };
}

const nobody = { by: null, at: null, reason: null };

/** The status as the ledger has it; null of a revision that comes after what is known of it. */
function statusAt(revision: number, { entries, revision: last }: Known): Release['status'] | null {
  return revision <= last ? statusOf({ state: foldLedger(entries, revision) }) : null;
}
