import { packDocument, unpackDocument } from './aws/document.ts';
import { placeOf, queryItems, type Table, writeItems } from './aws/table.ts';
import { isPlacedCertificate, type PlacedCertificate } from './codec/documents.ts';
import { decode } from './codec/shape.ts';
import { allocationPartition, certificateSortKey } from './records.ts';
import type { AllocationStore } from './store.ts';

/** The allocations in DynamoDB: an item a certificate, each with how many there are, so that a part is not taken for the whole. */
export function tableAllocations(table: Table): AllocationStore {
  return {
    async write(election, revision, certificates) {
      const pk = allocationPartition(election, revision);
      const rows = certificates.map((certificate, place) => {
        const key = { pk, sk: certificateSortKey(certificate) };
        const placed: PlacedCertificate = { place, of: certificates.length, certificate };
        return { ...key, doc: packDocument(JSON.stringify(placed), placeOf(table, key)) };
      });
      await writeItems(table, rows);
    },

    async read(election, revision) {
      const pk = allocationPartition(election, revision);
      const items = await queryItems(table, pk);
      const placed = items.map((item) => {
        const where = placeOf(table, { pk, sk: item.sk?.S ?? '' });
        return decode(unpackDocument(item.doc, where), isPlacedCertificate, where);
      });
      if (placed.some(({ of }) => of !== placed.length)) return [];
      return placed.sort((a, b) => a.place - b.place).map(({ certificate }) => certificate);
    },
  };
}
