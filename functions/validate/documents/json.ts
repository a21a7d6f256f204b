import { type Findings, shown } from '../findings.ts';

/** The value of a JSON text; undefined with a finding when it is none. */
export function parseJson(text: string, findings: Findings): unknown {
  if (text.trim() === '') {
    findings.add('file-empty', {});
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    findings.add('json-invalid', {}, { reason: oneLine(reason) });
    return undefined;
  }
}

// The engine quotes the text around the fault, line ends and all.
function oneLine(reason: string): string {
  return shown(reason.replace(/\s+/g, ' '));
}
