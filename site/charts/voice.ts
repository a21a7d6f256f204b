import type { TextsOf } from '../text/catalogue.ts';
import type { charts } from '../text/en/charts.ts';
import type { Format } from '../text/format.ts';

/** What charts say, and how they write numbers, in one language. */
export interface Voice {
  readonly texts: TextsOf<typeof charts>;
  readonly format: Format;
}
