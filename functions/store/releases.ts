import type { Bucket } from './aws/bucket.ts';
import { putOnce } from './aws/put-once.ts';
import { electionsIndexKey, releaseKey } from './objects.ts';
import { rebuildPages } from './pages.ts';
import { moveIndex, moveLatest, putKey, rebuild, rebuildRoot, writeVersions } from './pointers.ts';
import type { ReleaseStore } from './store.ts';

/** The publication bucket: files of releases that never change, and the pointers to them. */
export function bucketReleases(publication: Bucket): ReleaseStore {
  return {
    put: (election, version, path, mediaType, body) =>
      putOnce(publication, releaseKey(election, version, path), mediaType, body),
    writeVersions: (versions) => writeVersions(publication, versions),
    moveLatest: (latest) => moveLatest(publication, latest),
    moveIndex: (election, index) => moveIndex(publication, election, index),
    putKey: (id, text) => putKey(publication, id, text),
    rebuildRoot: (names, describe) => rebuildRoot(publication, names, describe),
    rebuildPages: (election, names, describe) => rebuildPages(publication, election, names, describe),
    putAsset: async (path, mediaType, bytes) => {
      await putOnce(publication, path, mediaType, [bytes]);
    },
    rebuildIndex: (describe) => rebuild(publication, electionsIndexKey, describe),
  };
}
