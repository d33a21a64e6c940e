/** The years that dates of ours lie in, the last one included: so a slip of typing is heard. */
export const storableYears = { first: 2000, last: 2199 } as const;

/** Whether the date or instant lies in one of them. */
export function isStorableYear(text: string): boolean {
  const year = /^\d{4}-/.test(text) ? Number(text.slice(0, 4)) : NaN;
  return year >= storableYears.first && year <= storableYears.last;
}
