/** An array as PostgreSQL writes it, of values that need no quotes, such as ids and numbers. */
export const textOfList = (values: readonly (string | number)[]): string => `{${values.join(",")}}`;
