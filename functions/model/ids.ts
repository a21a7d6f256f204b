declare const brand: unique symbol;

/** A string that has been checked to be the id of a `Name`; a plain string is not assignable to it. */
type Id<Name extends string> = string & { readonly [brand]: Name };

/** Id of an election, as `kz-mazhilis-2023`. */
export type ElectionId = Id<'election'>;
/** Id of a contest within its election, as `list`. */
export type ContestId = Id<'contest'>;
/** Id of an area within its election, as `KZ-71`. */
export type AreaId = Id<'area'>;
/** Id of an option within its contest, as `against-all`. */
export type OptionId = Id<'option'>;
/** Id of a party within its election. */
export type PartyId = Id<'party'>;
/** Id of a person within its election, the same wherever the person stands. */
export type PersonId = Id<'person'>;
/** Id of a station within its election, as the commission numbers it. */
export type StationId = Id<'station'>;
/** Name of a batch: 32 hexadecimal digits, made from the upload. */
export type BatchId = Id<'batch'>;

/** A text by ISO 639 language code, as `{ en: 'Abai Region', kk: 'Абай облысы' }`. */
export type Text = Readonly<Record<string, string>>;

/** Whether `text` is an election or contest id: lower-case letters, digits, hyphens, at most 64. */
export function isElectionId(text: string): text is ElectionId {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
}

/** Whether `text` has the form of a contest id. */
export function isContestId(text: string): text is ContestId {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
}

/** Whether `text` has the form of an area id: letters, digits, dot, underscore, hyphen, at most 64. */
export function isAreaId(text: string): text is AreaId {
  return wideId.test(text);
}

/** Whether `text` has the form of an option id. */
export function isOptionId(text: string): text is OptionId {
  return wideId.test(text);
}

/** Whether `text` has the form of a person id. */
export function isPersonId(text: string): text is PersonId {
  return wideId.test(text);
}

/**
 * Whether `text` can be the id of a station. Commissions number stations as they like (`87.01`, `12/4`, `№ 7`), so only what
 * would break a key or a file is refused: control characters, `#` (the separator of record keys), spaces at the ends.
 */
export function isStationId(text: string): text is StationId {
  return text.length > 0 && text.length <= 64 && text.trim() === text && !/[\p{C}#]/u.test(text);
}

/** Whether `text` is the name of a batch: 32 hexadecimal digits. */
export function isBatchId(text: string): text is BatchId {
  return /^[0-9a-f]{32}$/.test(text);
}

const wideId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
