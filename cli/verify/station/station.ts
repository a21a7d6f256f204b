import { once } from '../../../functions/publish/verify/once.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import type { Evidence } from '../evidence.ts';
import { type Verdict, verify } from '../verify.ts';
import { stationChecks } from './checks.ts';
import { stationLog } from './log.ts';
import type { ProtocolProof } from './proof.ts';
import { type PublishedProtocol, protocolsOf, type Wanted } from './records.ts';

/** The protocols of a station in a release, and what holds of them. */
export interface StationProof {
  readonly protocols: readonly PublishedProtocol[];
  /** Each as it comes. */
  readonly verdicts: AsyncIterable<Verdict>;
  /** That the log has them, for whoever wants to check it again; empty where it is not here, or has not. */
  proofs(): Promise<readonly ProtocolProof[]>;
}

/**
 * Proves the numbers of one station: finds its protocols in the release, and each in the transparency log of the election, under the head that was
 * signed. Throws UsageError where the release has no protocol of the station, ReleaseDefect where a file that names it is not as it should be.
 */
export async function proveStation(evidence: Evidence, wanted: Wanted): Promise<StationProof> {
  const station = await protocolsOf(evidence.folder, await evidence.manifest(), wanted);
  const log = once(() => stationLog(evidence, station.protocols));
  return {
    protocols: station.protocols,
    verdicts: verify(evidence, stationChecks(station, log)),
    proofs: async () => {
      const found = await log().catch((error: unknown) => {
        if (error instanceof ReleaseDefect) return null;
        throw error;
      });
      return found?.proofs ?? [];
    },
  };
}
