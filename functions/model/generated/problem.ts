// Generated from schemas/problem.schema.json by `npm run generate`; edit that file instead.

/**
 * A whole number; digits as text above 2^53 − 1, which a JSON number does not hold exactly; null where it was not published.
 */
export type Count = number | string | null;

/**
 * A contest and its votes, for the allocation engine on its own. A file holds one problem or an array of them. What is not given here of `contest`, `systems` and `laws` is as in election.json.
 */
export interface Problem {
  /**
   * Path or address of this schema, so that an editor completes and checks the file.
   */
  $schema?: string;
  /**
   * The contest as in election.json. Only `system` must be given. Without `options`, every id of `votes` is one: a list, or a candidate where candidates are elected; `against-all` is the line against all, and `yes` and `no` are the answers of a referendum.
   */
  contest: {
    /**
     * Its id; `contest` unless given, with its number where there are several.
     */
    id?: string;
    /**
     * The electoral system, with its parameters or by its id.
     */
    system:
      | string
      | {
          /**
           * Kind of electoral system.
           */
          type: string;
        };
    /**
     * In the order of the ballot. `kind` is as above and `name` is the id unless given.
     */
    options?: {
      /**
       * Id that `votes` name.
       */
      id: string;
    }[];
  };
  /**
   * Electoral systems by id, as in election.json.
   */
  systems?: {
    [k: string]: {};
  };
  /**
   * Articles that parameters of the system name, as in election.json, for the explanation.
   */
  laws?: {}[];
  votes: Figures;
  counts?: Figures;
  /**
   * Seats that count here and are held already, by option: those won in the districts of a compensatory system.
   */
  held?: {
    [k: string]: number;
  };
  /**
   * Lots that were drawn, each for exactly one tie; besides those of the contest.
   */
  lots?: {
    /**
     * The tied options.
     *
     * @minItems 2
     */
    among: string[];
    /**
     * Seats at stake.
     */
    seats: number;
    /**
     * The options that the lot fell on, as many as seats.
     *
     * @minItems 1
     */
    won: string[];
    /**
     * Who drew the lot, when and where.
     */
    source?: string;
  }[];
}
/**
 * Numbers by name, or by area and name.
 */
export interface Figures {
  [k: string]:
    | Count
    | {
        [k: string]: Count;
      };
}
