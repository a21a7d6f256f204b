import { h } from '../dom.ts';
import type { Texts } from '../text/catalogue.ts';

/**
 * Whether the browser has what the views and the allocation engine are built on; older ones do not even get here, and keep the page as it was published.
 * The first that have it all are named in `target` of site/build.ts.
 */
export function serves(): boolean {
  return (
    typeof crypto?.subtle?.digest === 'function' &&
    typeof Intl.PluralRules === 'function' &&
    typeof Intl.ListFormat === 'function' &&
    typeof BigInt === 'function' &&
    typeof Object.hasOwn === 'function' &&
    typeof Array.prototype.toSorted === 'function' &&
    typeof Map.groupBy === 'function' &&
    typeof Object.groupBy === 'function' &&
    typeof URL.canParse === 'function'
  );
}

/** Says so above the published tables. */
export function oldBrowserNotice({ errors }: Texts['frame']): void {
  document.querySelector('main')?.prepend(h('p', { class: 'notice', role: 'status' }, errors.old));
}
