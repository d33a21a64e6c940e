import { type CreateWorld, makeCreateWorld } from "./create-world";
import { type Figure, median, sideBySide } from "./figures";
import { startInspected } from "./inspect-process";
import { oneHoldAnHour, tookWhere } from "./late-world";
import { everyLimit } from "./limits-on";
import { fire, type Round, type Shot } from "./load";
import { type Used, usedBy } from "./web-use";
import { sharesOf } from "./whose-time";

const bench = "whose time a booking and a refusal take";
const [rounds, perRound] = [3, 360];

type Inspected = Awaited<ReturnType<typeof startInspected>>;

/** What came of the rounds of one kind. */
interface Measured {
  readonly used: Used[];
  readonly rounds: Round[];
}

/**
 * What a booking and a refusal for want of a place use of a processor, side by side, and then where the web's main
 * thread spends it, by whose code it is (docs/booking-speed.md). A refusal holds a place elsewhere where it may.
 */
export async function shares(): Promise<Figure[]> {
  const started = await startInspected({ env: { ...everyLimit, ...oneHoldAnHour } });
  try {
    const world = await makeCreateWorld(started.server.db);
    await answered(started, world.fill(), 201);
    await answered(started, world.spread("Manual", perRound), 201);
    await answered(started, world.late(perRound), 409);
    const figures = await used(started, world);
    const booked = world.spread("Manual", rounds * perRound);
    figures.push(...(await profiled(started, "a booking", () => answered(started, booked, 201))));
    await world.endHolds({ isLongAgo: true });
    // One round: what ends their holds between two would be in the profile's time, not in its figures.
    const refused = () => answered(started, world.late(perRound), 409);
    return [...figures, ...(await profiled(started, "a refusal, a place held", refused))];
  } finally {
    await started.stop();
  }
}

async function answered({ server }: Inspected, shots: readonly Shot[], status: number) {
  const round = await fire(server.url, shots);
  if (round.statuses[status] === shots.length) return round;
  throw new Error(JSON.stringify(round.statuses));
}

/** Milliseconds of a processor that each takes, of the web process and of PostgreSQL. */
async function used(started: Inspected, world: CreateWorld): Promise<Figure[]> {
  const nothing = (): Measured => ({ used: [], rounds: [] });
  const [booked, held, unheld] = [nothing(), nothing(), nothing()];
  const measure = async (into: Measured, shots: readonly Shot[], status: number) => {
    const { result, used } = await usedBy(started.server, shots.length, () =>
      answered(started, shots, status),
    );
    into.used.push(used);
    into.rounds.push(result);
  };
  for (let round = 0; round < rounds; round += 1) {
    await measure(booked, world.spread("Manual", perRound), 201);
    await world.endHolds({ isLongAgo: true });
    await measure(held, world.late(perRound), 409);
    await world.endHolds({ isLongAgo: false });
    await measure(unheld, world.late(perRound), 409);
  }
  return [
    ...besideBooking("a refusal that holds a place", held, booked),
    ...besideBooking("a refusal that may hold none", unheld, booked),
  ];
}

function besideBooking(what: string, refused: Measured, booked: Measured): Figure[] {
  const holding = refused.rounds.reduce((sum, round) => sum + tookWhere(round, true).length, 0);
  return (["web", "database"] as const).map((where) => {
    const [no, yes] = [refused, booked].map(({ used }) => used.map((one) => one[where]));
    const { said } = sideBySide(no ?? [], yes ?? []);
    return {
      bench,
      what: `${what}, against a booking, of ${where === "web" ? "the web process" : "PostgreSQL"}`,
      figure: `${said}; a booking ${median(yes ?? []).toFixed(2)} ms; held for ${holding} of ${rounds * perRound}`,
      reach: "–",
      reached: true,
    };
  });
}

async function profiled(
  { inspected }: Inspected,
  what: string,
  work: () => Promise<unknown>,
): Promise<Figure[]> {
  return sharesOf(await inspected.profile(work)).map(([owner, percent]) => ({
    bench,
    what: `${what}: ${owner}`,
    figure: `${percent.toFixed(1)} %`,
    reach: "–",
    reached: true,
  }));
}
