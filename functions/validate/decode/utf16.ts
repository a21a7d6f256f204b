import { TextDecoder } from 'node:util';

/**
 * Tells UTF-16 without a byte order mark from a binary file by its first bytes. Read with the wrong end first, or made of other things,
 * they turn into a muddle of rare scripts: what counts is that nearly all are letters, digits and signs of the scripts below U+0590 or
 * Georgian, with a separator or a line end among them. Texts in other scripts need the mark.
 */
export function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const whole = head.subarray(0, head.length - (head.length % 2));
  if (isPlain(new TextDecoder('utf-16le').decode(whole))) return 'utf-16le';
  return isPlain(new TextDecoder('utf-16be').decode(whole)) ? 'utf-16be' : null;
}

function isPlain(text: string): boolean {
  if (text.length < 2 || text.includes('\0') || !/[\t\n\r,;]/.test(text)) return false;
  const plain = text.match(/[\t\n\r\x20-\x7e\u00a0-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u2000-\u206f\u2116]/g);
  return (plain?.length ?? 0) >= text.length * 0.95;
}
