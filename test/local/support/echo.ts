/** A handler that gives back what it is given. */
export async function handler(event: unknown): Promise<unknown> {
  return event;
}
