import type { ColumnPlace } from '../../model/generated/election.ts';
import { type Findings, shown } from '../findings.ts';
import { headerText } from './header.ts';
import { plainLabel } from './heading.ts';
import { fitsText } from './pattern.ts';

/** The columns of a header: which are where, and which nothing has named yet. */
export interface Places {
  /**
   * Position from 0; reports and gives null when there is no such column, or more than one. The column is taken, unless it is `shared` with
   * what else may name it.
   */
  find(place: ColumnPlace, shared?: 'shared'): number | null;
  ignore(place: ColumnPlace): void;
  take(index: number): void;
  free(index: number): boolean;
}

/** The columns of a header, by position from 1 and by name whatever its case. */
export function placesOf(header: readonly string[], row: number, findings: Findings): Places {
  const byName = Map.groupBy(header.keys(), (index) => nameOf(header[index] ?? ''));
  const taken = new Set<number>();
  const at = (place: ColumnPlace): readonly number[] => {
    if (typeof place === 'string') return byName.get(nameOf(place)) ?? [];
    if (typeof place === 'object')
      return [...header.keys().filter((index) => fitsText(place.like, header[index] ?? ''))];
    return place <= header.length ? [place - 1] : [];
  };
  return {
    find(place, shared) {
      const [index, ...others] = at(place);
      const column = shown(placeName(place));
      if (index === undefined)
        findings.add('header-missing', { row, column }, { column, header: headerText(header) });
      else if (others.length > 0) findings.add('header-duplicate', { row, column }, { column });
      if (index === undefined || others.length > 0) return null;
      if (shared === undefined) taken.add(index);
      return index;
    },
    ignore: (place) => {
      for (const index of at(place)) taken.add(index);
    },
    take: (index) => void taken.add(index),
    free: (index) => !taken.has(index),
  };
}

/** A place as a finding names it: the header, its pattern, or `#` and the position. */
export function placeName(place: ColumnPlace): string {
  if (typeof place === 'object') return place.like;
  return typeof place === 'string' ? place : `#${place}`;
}

function nameOf(label: string): string {
  return plainLabel(label).toLowerCase();
}
