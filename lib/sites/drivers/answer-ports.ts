import { keepPlate } from "./keep-plate";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { keepPlate };
