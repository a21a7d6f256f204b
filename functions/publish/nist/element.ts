import type { AreaId, ContestId, OptionId, StationId, Text } from '../../model/ids.ts';

/** An object of the report, as the standard types it. Members that are undefined are left out when it is written. */
export type Element = Readonly<Record<string, unknown>> & { readonly '@type': string };

/** An object of a class of NIST SP 1500-100 v2, as `ReportingUnit`. */
export function element(name: string, members: Readonly<Record<string, unknown>>): Element {
  return { '@type': `ElectionResults.${name}`, ...members };
}

/** An object as JSON without its closing brace, so that a long list can follow. */
export function opened(object: Element): string {
  return JSON.stringify(object).slice(0, -1);
}

/** A text in all of its languages. */
export function internationalized(text: Text): Element {
  const strings = Object.entries(text).map(([Language, Content]) =>
    element('LanguageString', { Content, Language }),
  );
  return element('InternationalizedText', { Text: strings });
}

/** An id of this data set, of a kind that the standard has no word for. */
export function identifier(kind: string, value: string): Element {
  return element('ExternalIdentifier', { Type: 'other', OtherType: kind, Value: value });
}

// The ids of a report share one space, and those of the data set do not: each begins with its kind. Contest ids have no point.

/** The `@id` of an area. */
export function areaUnit(area: AreaId): string {
  return `area.${area}`;
}

/** The `@id` of a station. */
export function stationUnit(station: StationId): string {
  return `station.${station}`;
}

/** The `@id` of what belongs to an option of a contest, by kind. */
export function optionElement(
  kind: 'selection' | 'candidate' | 'list',
  contest: ContestId,
  option: OptionId,
): string {
  return `${kind}.${contest}.${option}`;
}
