import { Zip, ZipDeflate } from 'fflate';

/** A ZIP archive that is written file by file. What is ready of it comes back from each call. */
export interface Archive {
  /** Ends the file before, if any. */
  begin(path: string): void;
  write(text: string): Uint8Array[];
  end(): Uint8Array[];
}

/** An empty archive. Every file has the same time, so that the same files give the same bytes. */
export function archive(): Archive {
  let ready: Uint8Array[] = [];
  let open: ZipDeflate | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  return {
    begin(path) {
      open?.push(nothing, true);
      open = new ZipDeflate(path, { level: 6 });
      open.mtime = firstDay();
      zip.add(open);
    },
    write(text) {
      open?.push(encoder.encode(text));
      return taken();
    },
    end() {
      open?.push(nothing, true);
      zip.end();
      return taken();
    },
  };
}

/** The first day that the format knows. It holds local time without a zone, so local time is what it is given. */
function firstDay(): Date {
  return new Date(1980, 0, 1, 12);
}

const nothing = new Uint8Array();
const encoder = new TextEncoder();
