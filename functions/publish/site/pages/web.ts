/** Whether an address leads into the web. Addresses come from uploaded files: only those of the web become links. */
export function isWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}
