declare module 'sainte-lague' {
  /** Seats by party; throws where a lot would have to be drawn, unless `draw`. */
  export default function sainteLague(
    votes: Readonly<Record<string, number>>,
    seats: number,
    options?: { readonly draw?: boolean },
  ): Record<string, number>;
}
