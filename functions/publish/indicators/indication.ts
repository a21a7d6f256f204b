import type { IndicatorCode } from '../../model/generated/indicators.ts';
import type { AreaId } from '../../model/ids.ts';

/** What an indicator says of a contest, an area or a station; the columns of indicators.csv besides the contest. */
export interface Indication {
  readonly indicator: IndicatorCode;
  readonly area: AreaId;
  readonly station: string | null;
  /** The leader, where the indicator is about its votes. */
  readonly option: string | null;
  /** Decimals, rounded; null where the formula gives nothing. */
  readonly value: string | null;
  readonly expected: string | null;
  readonly limit: string | null;
  readonly stations: number;
  readonly flagged: boolean;
}

/** The members that most indications leave empty. */
export const plain = { station: null, option: null, expected: null, limit: null, flagged: false } as const;
