import { sample } from "@/lib/words";

/** The instant at which every example is asked. */
export const now = new Date(sample.now);
export const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
export const stamps = { createdAt: now, updatedAt: now };
