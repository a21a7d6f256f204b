import type { Check } from './check.ts';
import { certificates } from './checks/certificates.ts';
import { completeness } from './checks/completeness.ts';
import { definition } from './checks/definition.ts';
import { chain } from './checks/election/chain.ts';
import { index } from './checks/election/index.ts';
import { log } from './checks/election/log.ts';
import { versions } from './checks/election/versions.ts';
import { files } from './checks/files.ts';
import { ledger } from './checks/ledger.ts';
import { nist } from './checks/nist.ts';
import { parts } from './checks/parquet/parts.ts';
import { pointer } from './checks/pointer.ts';
import { protocols } from './checks/protocols.ts';
import { seats } from './checks/seats.ts';
import { signature } from './checks/signature.ts';
import { tables } from './checks/tables.ts';
import { totals } from './checks/totals.ts';

/** What is checked of a release, in this order: first that it is whole, then that one part follows from the other. */
export const checks: readonly Check[] = [
  files,
  pointer,
  chain,
  index,
  versions,
  signature,
  log,
  ledger,
  definition,
  protocols,
  totals,
  completeness,
  certificates,
  seats,
  tables,
  nist,
  parts,
];
