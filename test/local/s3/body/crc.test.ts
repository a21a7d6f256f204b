import { describe, expect, it } from 'vitest';
import { crc32cDigest, crc32Digest, crc64nvmeDigest } from '../../../../local/s3/body/crc.ts';

describe('cyclic checksums', () => {
  it.each([
    ['CRC-32', crc32Digest, 'cbf43926'],
    ['CRC-32C', crc32cDigest, 'e3069283'],
    ['CRC-64/NVME', crc64nvmeDigest, 'ae8b14860a799888'],
  ])(
    '%s gives the check value of its catalogue for "123456789", in one piece and in many',
    (_name, start, check) => {
      const whole = start();
      const pieces = start();

      whole.update(Buffer.from('123456789'));
      for (const digit of '123456789') pieces.update(Buffer.from(digit));

      expect(whole.bytes().toString('hex')).toBe(check);
      expect(pieces.bytes().toString('hex')).toBe(check);
    },
  );
});
