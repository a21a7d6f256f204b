import { crc32 } from 'node:zlib';

/** A checksum that is fed piece by piece. */
export interface Digest {
  update(chunk: Uint8Array): void;
  /** The checksum, most significant byte first. */
  bytes(): Buffer;
}

/** CRC-32 as in zip (ISO 3309), by Node's own zlib. */
export function crc32Digest(): Digest {
  let value = 0;
  return {
    update(chunk) {
      value = crc32(chunk, value);
    },
    bytes: () => bigEndian([value]),
  };
}

/** CRC-32C (Castagnoli). Source: RFC 3720, appendix B.4. */
export function crc32cDigest(): Digest {
  let value = 0xffffffff;
  return {
    update(chunk) {
      for (const byte of chunk) value = (value >>> 8) ^ (CASTAGNOLI.low[(value ^ byte) & 0xff] ?? 0);
    },
    bytes: () => bigEndian([~value]),
  };
}

/** CRC-64/NVME, kept in two halves of 32 bits. Source: NVM Express NVM Command Set Specification, 64b CRC. */
export function crc64nvmeDigest(): Digest {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(chunk) {
      for (const byte of chunk) {
        const at = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (NVME.low[at] ?? 0);
        high = (high >>> 8) ^ (NVME.high[at] ?? 0);
      }
    },
    bytes: () => bigEndian([~high, ~low]),
  };
}

interface Table {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

const CASTAGNOLI = table(0, 0x82f63b78);
const NVME = table(0x9a6c9329, 0xac4bc9b5);

/** The table of a reflected polynomial given in two halves. */
function table(polynomialHigh: number, polynomialLow: number): Table {
  const result = { high: new Uint32Array(256), low: new Uint32Array(256) };
  for (let index = 0; index < 256; index++) {
    let high = 0;
    let low = index;
    for (let bit = 0; bit < 8; bit++) {
      const odd = (low & 1) === 1;
      low = ((low >>> 1) | (high << 31)) ^ (odd ? polynomialLow : 0);
      high = (high >>> 1) ^ (odd ? polynomialHigh : 0);
    }
    result.high[index] = high;
    result.low[index] = low;
  }
  return result;
}

function bigEndian(words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(words.length * 4);
  for (const [at, word] of words.entries()) bytes.writeUInt32BE(word >>> 0, at * 4);
  return bytes;
}
