import { readActs } from "./database";
import { keptOwner } from "./kept-owner";

/** How many things were done on this device by whoever uses it and are not sent yet. */
export async function countUnsent(): Promise<number> {
  if (keptOwner() === null) return 0;
  return (await readActs()).filter(({ state }) => state === "Waiting").length;
}
