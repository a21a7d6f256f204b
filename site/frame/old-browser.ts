import { h } from '../dom.ts';
import type { Texts } from '../text/catalogue.ts';

/** Whether the browser has what the explorer is built on; older ones do not even get here, and keep the page as it was published. */
export function serves(): boolean {
  return (
    typeof crypto?.subtle?.digest === 'function' &&
    typeof Intl.PluralRules === 'function' &&
    typeof Intl.ListFormat === 'function' &&
    typeof BigInt === 'function' &&
    typeof Object.hasOwn === 'function' &&
    typeof Array.prototype.toSorted === 'function'
  );
}

/** Says so above the published tables. */
export function oldBrowserNotice({ errors }: Texts['frame']): void {
  document.querySelector('main')?.prepend(h('p', { class: 'notice', role: 'status' }, errors.old));
}
