/** Reads when first asked, and gives the same to everybody who asks after: what was read, or the error. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read();
    return known;
  };
}
