/**
 * Whether a path that a release names may be followed: names of letters, digits, dot, underscore and hyphen, none of which begins with
 * a dot, separated by slashes. The path comes from a stranger's manifest: nothing but this leads out of the folder or to a device.
 */
export function isReleasePath(path: string): boolean {
  return path.length <= 300 && /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(path);
}
