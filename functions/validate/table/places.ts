import type { ColumnPlace } from '../../model/generated/election.ts';
import { type Findings, shown } from '../findings.ts';
import { headerText } from './header.ts';

/** The columns of a header: which are where, and which nothing has named yet. */
export interface Places {
  /** Position from 0; reports and gives null when there is no such column, or more than one. */
  find(place: ColumnPlace): number | null;
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
    return place <= header.length ? [place - 1] : [];
  };
  return {
    find(place) {
      const [index, ...others] = at(place);
      const column = typeof place === 'string' ? shown(place) : `#${place}`;
      if (index === undefined)
        findings.add('header-missing', { row, column }, { column, header: headerText(header) });
      else if (others.length > 0) findings.add('header-duplicate', { row, column }, { column });
      if (index === undefined || others.length > 0) return null;
      taken.add(index);
      return index;
    },
    ignore: (place) => {
      for (const index of at(place)) taken.add(index);
    },
    take: (index) => void taken.add(index),
    free: (index) => !taken.has(index),
  };
}

function nameOf(label: string): string {
  return label.trim().toLowerCase();
}
