/**
 * Connectors of a station by their numbers, in one word that is compared and stored as it is: character n is `1` where
 * connector n is one of them, and the last character is that of the highest. By number, so that slots that were built
 * at another time mean the same place; without a highest number, since a station may have any from 1 to 999.
 */
export function namePlaces(numbers: readonly number[]): string {
  const named = new Set(numbers);
  const last = Math.max(0, ...numbers);
  return Array.from({ length: last }, (_, at) => (named.has(at + 1) ? "1" : "0")).join("");
}

/** Whether the connector is one of those that `namePlaces` named. */
export const isNamed = (places: string, number: number): boolean => places[number - 1] === "1";

/** The numbers that `namePlaces` named, the lowest first. */
export function numbersOf(places: string): number[] {
  const numbers: number[] = [];
  for (let at = places.indexOf("1"); at >= 0; at = places.indexOf("1", at + 1))
    numbers.push(at + 1);
  return numbers;
}
