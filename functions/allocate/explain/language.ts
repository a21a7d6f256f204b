/** The languages that an allocation is explained in. */
export { type InEvery, type Language, languages } from '../../model/text/languages.ts';
