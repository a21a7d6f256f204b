import type { Certificate } from '../model/generated/certificate.ts';
import type { AreaId, BatchId, ElectionId } from '../model/ids.ts';
import type { AreaTotals } from '../model/records/batch.ts';
import { type Protocol, protocolKey } from '../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/records/roll.ts';

/*
 * Every key of the records table. `#` separates the parts; no id contains it (model/ids.ts). What an item holds lies in its one
 * attribute `doc`; see codec/.
 *
 *   pk                            sk                                    what
 *   ELECTIONS                     <election>                            that there is such an election
 *   <election>                    LEDGER#<number>                       one entry of its ledger
 *   <election>#<batch>            HEADER                                the batch is whole
 *   <election>#<batch>            TOTALS#<contest>#<area>               what the protocols of an area sum to
 *   <election>#<batch>            DEFINITION#<chunk>                    the definition, compressed, in chunks
 *   <election>#<batch>            ROLL#<chunk>                          which stations a register has in which area, compressed, in chunks
 *   <election>#<batch>            CANDIDATE#<contest>#<option>#<order>  one candidate
 *   <election>#<batch>#<area>     <contest>#<station>                   one protocol (no station: the area as a whole)
 *   <election>#<batch>#<area>     <station>                             one station of the register
 *   <election>#<batch>#<area>     <time>                                one turnout snapshot
 *   <election>#r<revision>        <contest>                             one certificate, under the law in force
 *   <election>#r<revision>        <contest>#<scenario>                  one certificate, under a scenario
 *   FAILURES                      <execution>                           written by the state machine, in attributes of its own
 *
 * A batch holds one kind of records, so the last sort keys never meet. Batches are 32 hexadecimal digits and elections are lower
 * case, so neither `r<revision>` nor the words in capitals can be taken for one.
 */

/** Where an item lies. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Partition that lists the elections. */
export const electionsPartition = 'ELECTIONS';

/** Partition of the executions that gave up. */
export const failuresPartition = 'FAILURES';

/** What the sort key of every ledger entry begins with. */
export const ledgerPrefix = 'LEDGER#';
/** … of the totals of an area. */
export const totalsPrefix = 'TOTALS#';
/** … of a chunk of the definition. */
export const definitionPrefix = 'DEFINITION#';
/** … of a candidate. */
export const candidatePrefix = 'CANDIDATE#';

/** Key of the item that says that there is such an election. */
export function electionKey(election: ElectionId): Key {
  return { pk: electionsPartition, sk: election };
}

/** Key of a ledger entry; ten digits, so that the order of the keys is the order of the entries. */
export function ledgerKey(election: ElectionId, number: number): Key {
  return { pk: election, sk: ledgerPrefix + digits(number, 10) };
}

/** Key after which no entry of a ledger comes. */
export function lastLedgerKey(election: ElectionId): Key {
  return { pk: election, sk: `${ledgerPrefix}${'9'.repeat(10)}` };
}

/** Partition of what a batch holds as a whole. */
export function batchPartition(election: ElectionId, batch: BatchId): string {
  return `${election}#${batch}`;
}

/** Partition of the records of one area. */
export function areaPartition(election: ElectionId, batch: BatchId, area: AreaId): string {
  return `${election}#${batch}#${area}`;
}

/** Key of a protocol within its batch. */
export function protocolItemKey(election: ElectionId, batch: BatchId, protocol: Protocol): Key {
  return { pk: areaPartition(election, batch, protocol.area), sk: protocolKey(protocol) };
}

/** Key of a station of the register within its batch. */
export function stationKey(election: ElectionId, batch: BatchId, { area, station }: Station): Key {
  return { pk: areaPartition(election, batch, area), sk: station };
}

/** Key of a turnout snapshot within its batch. */
export function turnoutKey(election: ElectionId, batch: BatchId, { area, time }: Turnout): Key {
  return { pk: areaPartition(election, batch, area), sk: time };
}

/** Key of the header, which is written last: with it the batch is whole. */
export function headerKey(election: ElectionId, batch: BatchId): Key {
  return { pk: batchPartition(election, batch), sk: 'HEADER' };
}

/** Key of what the protocols of an area sum to. */
export function totalsKey(election: ElectionId, batch: BatchId, { contest, area }: AreaTotals): Key {
  return { pk: batchPartition(election, batch), sk: `${totalsPrefix}${contest}#${area}` };
}

/** Key of a chunk of the definition, from 0. */
export function definitionKey(election: ElectionId, batch: BatchId, chunk: number): Key {
  return { pk: batchPartition(election, batch), sk: definitionPrefix + digits(chunk, 4) };
}

/** Key of a chunk of the roll of stations, from 0. */
export function rollKey(election: ElectionId, batch: BatchId, chunk: number): Key {
  return { pk: batchPartition(election, batch), sk: `ROLL#${digits(chunk, 6)}` };
}

/** Key of a candidate; six digits, so that the order of the keys is the order of the list. */
export function candidateKey(election: ElectionId, batch: BatchId, candidate: Candidate): Key {
  const { contest, option, order } = candidate;
  const sk = `${candidatePrefix}${contest}#${option}#${digits(order, 6)}`;
  return { pk: batchPartition(election, batch), sk };
}

/** Sort key of a certificate in the partition of its revision; scenarios stand behind the law in force. */
export function certificateSortKey({ contest, scenario }: Certificate): string {
  return scenario ? `${contest}#${scenario.id}` : contest;
}

/** Partition of the certificates of a revision. */
export function allocationPartition(election: ElectionId, revision: number): string {
  return `${election}#r${revision}`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
