import type { SQL, SQLWrapper } from "drizzle-orm";

import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { Eraser } from "@/lib/core/eraser";
import type { Holdings } from "@/lib/core/holdings";
import type { Leaving } from "@/lib/core/leaving";

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room that keeps something of people: how it forgets one. */
    erasers(): readonly Eraser[];
    /** What every room does at once when a person deletes their account. */
    leavings(): readonly Leaving[];
    /** What every room keeps of a person, for themselves to read. */
    holdings(): readonly Holdings[];
    /** drivers: makes this the plate of the owner's default car, and so of the account; null takes it away. */
    keepPlate(ctx: Context, userId: string, plate: string | null): Promise<void>;
    /** drivers: the plates of all cars that the owner has or had, as they are now. */
    platesOf(ctx: Context, userId: string): Promise<string[]>;
    /** passkeys: how many the account has. */
    countPasskeys(ctx: Context, userId: string): Promise<number>;
    /** passkeys: removes all that the account has, in the caller's transaction; how many. */
    dropPasskeys(
      ctx: Context,
      owner: Pick<UserActor, "userId" | "businessId" | "role">,
    ): Promise<number>;
    /** bookings: in a statement, whether the user of that id has ever booked at a station of the business. */
    hasBookedAt(businessId: string, ownerId: SQLWrapper): SQL<boolean>;
  }
}
