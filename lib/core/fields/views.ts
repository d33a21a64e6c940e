import { z } from "zod";

/** An instant as it leaves, in UTC. */
export const instantView = z.iso.datetime();
/** An amount as it leaves: major units as a decimal string. */
export const moneyView = z.object({ amount: z.string(), currency: z.string() });
