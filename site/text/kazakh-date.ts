/** A day in Kazakh, as `2023 жылғы 19 наурыз`, for browsers without the data of Kazakh. */
export function kazakhDate(date: Date): string {
  return `${date.getUTCFullYear()} жылғы ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

const months = [
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
  ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
];
