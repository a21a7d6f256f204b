import type { FileKind } from '../files/file.ts';
import { citationCff } from './citation.ts';
import { croissantJsonld } from './croissant.ts';
import { csvwJson } from './csvw.ts';
import { datapackageJson } from './datapackage.ts';
import { dcatJsonld } from './dcat.ts';
import { openapiJson } from './openapi.ts';

/** What describes a release in the words of a standard: each a projection of one model (dataset.ts). Written once all data are. */
export const descriptions: readonly FileKind[] = [
  datapackageJson,
  csvwJson,
  dcatJsonld,
  croissantJsonld,
  citationCff,
  openapiJson,
];
