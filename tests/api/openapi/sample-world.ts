import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";

/** Who may ask, by role. */
type Callers = Record<UserActor["role"], UserActor>;

// prettier-ignore
/** The rooms of which examples name things, each a file in `sample-world/`, in the order in which they are made. */
const rooms = [
  "businesses", "stations", "schedules", "accounts", "drivers",
  "passkeys", "bookings", "sessions", "queue", "outbox", "content", "inbox", "waiting",
  "notifications", "webhooks", "reports", "reviews",
];

/** Everything that the document's examples name, and nothing else. */
export async function makeSampleWorld(db: Db): Promise<Callers> {
  const made: (Callers | void)[] = [];
  for (const room of rooms) {
    const { href } = new URL(`sample-world/${room}.ts`, import.meta.url);
    const { make } = (await import(href)) as { make: (db: Db) => Promise<Callers | void> };
    made.push(await make(db));
  }
  const callers = made.find((one) => one !== undefined);
  if (!callers) throw new Error("Nobody of the sample's world may ask.");
  return callers;
}
