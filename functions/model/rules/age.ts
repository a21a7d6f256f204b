/**
 * Whether a person born on `born` (a date, or a year alone) is younger than `years` on `date`, beyond doubt: of a year alone the first day counts. Whoever is
 * born on 29 February turns a year older on 1 March in other years.
 */
export function isYounger(born: string, date: string, years: number): boolean {
  const [year = '', month = '01', day = '01'] = born.split('-');
  const birthday = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  return date < birthday;
}
