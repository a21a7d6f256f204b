import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into an archive. `size` is what the directory says of its size when that is a lie. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly size?: number;
}

/** A ZIP archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) with these files, deflated. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size } of files) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const common = commonHeader(plain, packed, title, size ?? plain.length);
    const local = Buffer.concat([signature(0x04034b50), common, short(0), title]);
    bodies.push(local, packed);
    directory.push(
      Buffer.concat([signature(0x02014b50), short(20), common, Buffer.alloc(12), long(offset), title]),
    );
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const count = Buffer.concat([short(files.length), short(files.length)]);
  const end = Buffer.concat([
    signature(0x06054b50),
    Buffer.alloc(4),
    count,
    long(list.length),
    long(offset),
    short(0),
  ]);
  return Buffer.concat([...bodies, list, end]);
}

function commonHeader(plain: Buffer, packed: Buffer, title: Buffer, size: number): Buffer {
  // Names in UTF-8, deflate, no time.
  const head = Buffer.concat([short(20), short(0x0800), short(8), short(0), short(0x21)]);
  return Buffer.concat([head, long(crc32(plain)), long(packed.length), long(size), short(title.length)]);
}

function signature(value: number): Buffer {
  return long(value);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
