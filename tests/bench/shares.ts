import { makeCreateWorld } from "./create-world";
import type { Figure } from "./figures";
import { startInspected } from "./inspect-process";
import { fire } from "./load";
import { sharesOf } from "./whose-time";

const bench = "whose time a booking takes of the web process";
const [warm, counted] = [600, 1_800];

/** Where the main thread's time goes while bookings are made, by whose code it is (docs/booking-speed.md). */
export async function shares(): Promise<Figure[]> {
  const { server, inspected, stop } = await startInspected();
  try {
    const world = await makeCreateWorld(server.db);
    await fire(server.url, world.spread("Manual", warm));
    const shots = world.spread("Manual", counted);
    const profile = await inspected.profile(async () => {
      const { statuses } = await fire(server.url, shots);
      if (statuses[201] !== counted) throw new Error(JSON.stringify(statuses));
    });
    return sharesOf(profile).map(([owner, percent]) => ({
      bench,
      what: owner,
      figure: `${percent.toFixed(1)} %`,
      reach: "–",
      reached: true,
    }));
  } finally {
    await stop();
  }
}
