/**
 * A page with these tables in it: each stands between `<!-- table: name -->` and `<!-- end -->`. Throws RangeError when the page has no place for
 * one, or a place for none.
 */
export function withTables(page: string, tables: ReadonlyMap<string, string>): string {
  const placed = new Set<string>();
  const written = page.replace(
    /<!-- table: ([^>]*?) -->\n[\s\S]*?<!-- end -->/g,
    (_whole, name: string): string => {
      const table = tables.get(name);
      if (table === undefined) throw new RangeError(`there is no table ${name}`);
      placed.add(name);
      return `<!-- table: ${name} -->\n\n${table}\n\n<!-- end -->`;
    },
  );
  const missing = [...tables.keys()].filter((name) => !placed.has(name));
  if (missing.length > 0) throw new RangeError(`the page has no place for ${missing.join(', ')}`);
  return written;
}
