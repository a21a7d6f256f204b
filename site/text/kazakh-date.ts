/** A day in Kazakh, as `2023 жылғы 19 наурыз`, for browsers without the data of Kazakh: of a time in UTC, or in the zone of the reader. */
export function kazakhDate(date: Date, zone: 'UTC' | 'own'): string {
  const [year, month, day] =
    zone === 'UTC'
      ? [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
      : [date.getFullYear(), date.getMonth(), date.getDate()];
  return `${year} жылғы ${day} ${months[month] ?? ''}`;
}

const months = [
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
  ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
];
