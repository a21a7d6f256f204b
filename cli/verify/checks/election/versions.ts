import type { Latest } from '../../../../functions/model/generated/latest.ts';
import type { Versions } from '../../../../functions/model/generated/versions.ts';
import { prettyJson } from '../../../../functions/model/json/json.ts';
import type { Entry } from '../../../../functions/model/ledger.ts';
import { foldLedger } from '../../../../functions/model/state.ts';
import { statusOf } from '../../../../functions/publish/figures/status.ts';
import { counted } from '../../../outcome.ts';
import type { Difference } from '../../../release/defect.ts';
import { checkedDocument } from '../../../release/documents.ts';
import { electionText } from '../../../release/election.ts';
import type { Check } from '../../check.ts';
import { firstDifference } from '../../compare.ts';
import type { ChainLink } from '../../election/chain.ts';

const file = 'versions.json';

/** versions.json of the election says of each release of the chain what its manifest, the ledger and latest.json say, to the byte. */
export const versions: Check = {
  name: 'versions',
  async run({ election, pointer, chain, entries }) {
    const links = await chain();
    if (election === null || pointer === null || links === null)
      return { holds: 'no versions.json lies beside' };
    const text = await electionText(election, file);
    if (text === null && !election.asked) return { holds: 'no versions.json lies beside' };
    if (text === null)
      return { differs: { file, at: '', expected: 'the list of the releases', found: 'none' } };
    const found = checkedDocument(text, file, 'versions');
    const latest = checkedDocument(pointer, 'latest.json', 'latest');
    const ledger = await entries();
    const expected: Versions = {
      election: latest.election,
      entry: latest.entry,
      latest: latest.version,
      releases: links.map((link, place) => {
        const withdrawal = latest.withdrawn.find(({ version }) => version === link.manifest.version);
        const stated = withdrawal ?? statedIn(ledger, link, found.releases[place]?.status);
        return releaseEntry(link, stated, withdrawal !== undefined);
      }),
    };
    const difference = firstDifference(expected, found);
    if (difference) return { differs: { file, ...difference, expected: asIn(difference, latest, found) } };
    if (text !== prettyJson(expected))
      return { differs: { file, at: '', expected: 'the bytes that Sailau writes', found: 'others' } };
    return { holds: `versions.json lists ${counted(links.length, 'release')} as chain and ledger have them` };
  },
};

/** What was expected, and where it stands when that is latest.json: the two vouch for each other, and either may be the one that was changed. */
function asIn({ at, expected }: Omit<Difference, 'file'>, latest: Latest, found: Versions): string {
  const [, part = '', place = ''] = at.split('/');
  const version = part === 'releases' ? found.releases[Number(place)]?.version : undefined;
  const withdrawn = latest.withdrawn.some((one) => one.version === version);
  return part !== 'releases' || withdrawn ? `${expected}, as latest.json has it` : expected;
}

type Status = Versions['releases'][number]['status'];
type Stated = Omit<Status, 'status'>;

/** Who stated the status of a release. Of one that is later than the ledger which is here, only the list itself says that. */
function statedIn(ledger: readonly Entry[], { manifest }: ChainLink, listed: Status | undefined): Stated {
  const isKnown = manifest.revision <= ledger.length;
  return isKnown || !listed ? statusOf({ state: foldLedger(ledger, manifest.revision) }) : listed;
}

function releaseEntry(
  { hash, manifest }: ChainLink,
  { by, at, reason }: Stated,
  withdrawn: boolean,
): Versions['releases'][number] {
  const { election, version, revision, previous } = manifest;
  return {
    version,
    revision,
    at: manifest.at,
    path: `elections/${election}/${version}/`,
    manifest: hash,
    previous: previous?.version ?? null,
    status: { status: withdrawn ? 'withdrawn' : manifest.status, by, at, reason },
    withdrawn,
  };
}
