import { type Checksum, checksumElement } from '../body/checksum.ts';
import { element, sequence, type Xml } from '../protocol/xml.ts';

/** A checksum with its type, as several answers carry it; nothing where there is none. */
export function checksumXml(checksum: Checksum | undefined): Xml {
  if (checksum === undefined) return sequence([]);
  return sequence([
    element(checksumElement(checksum.algorithm), checksum.value),
    element('ChecksumType', checksum.type),
  ]);
}

/** Writes keys as the client asked for: as they are, or percent-encoded (`encoding-type=url`) with slashes left alone. */
export function keyWriter(encodingType: string | undefined): (key: string) => string {
  if (encodingType === undefined) return (key) => key;
  return (key) => encodeURIComponent(key).replaceAll('%2F', '/');
}
