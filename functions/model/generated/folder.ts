// Generated from schemas/folder.schema.json by `npm run generate`; edit that file instead.

/**
 * The index.json of a folder of the site: what lies in it, so that nobody has to list a bucket.
 */
export interface Folder {
  /**
   * The folder, from the root of the site, with a slash at the end.
   */
  path: string;
  /**
   * The index of the folder above, relative to this one.
   */
  parent?: string;
  /**
   * Files and folders. Those of a release are in the order in which they are written, those of an election begin with the oldest release.
   */
  entries: {
    /**
     * Path from this folder; a folder has a slash at the end, and an index.json of its own.
     */
    name: string;
    /**
     * Media type of a file, as the site sends it.
     */
    mediaType?: string;
    /**
     * Size of a file; left out of this index itself, of what is written after it, and of what changes.
     */
    bytes?: number;
    /**
     * What it is, in English.
     */
    description: string;
  }[];
}
