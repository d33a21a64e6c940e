import { contestedPlaces, type CreateWorld, makeCreateWorld } from "./create-world";
import { type Figure, median, sideBySide } from "./figures";
import { startInspected } from "./inspect-process";
import { fire, type Shot } from "./load";
import { usedSeconds } from "./web-use";
import { sharesOf } from "./whose-time";

const bench = "whose time a booking and a refusal take";
const [rounds, perRound] = [3, 600];

type Inspected = Awaited<ReturnType<typeof startInspected>>;

/**
 * What a booking and a refusal for want of a place use of a processor, side by side, and then where the web's main
 * thread spends it, by whose code it is (docs/booking-speed.md).
 */
export async function shares(): Promise<Figure[]> {
  const started = await startInspected();
  try {
    const world = await makeCreateWorld(started.server.db);
    await answered(started, world.spread("Manual", perRound), 201);
    await answered(started, await tooLate(started, world), 409);
    const figures = await used(started, world);
    const booked = world.spread("Manual", rounds * perRound);
    figures.push(...(await profiled(started, "a booking", [booked], 201)));
    const refused: Shot[][] = [];
    while (refused.length < rounds) refused.push(await tooLate(started, world));
    return [...figures, ...(await profiled(started, "a refusal", refused, 409))];
  } finally {
    await started.stop();
  }
}

async function answered({ server }: Inspected, shots: readonly Shot[], status: number) {
  const { statuses } = await fire(server.url, shots);
  if (statuses[status] !== shots.length) throw new Error(JSON.stringify(statuses));
}

/** Fills another slot, and answers the requests of those who come after that. */
async function tooLate(started: Inspected, world: CreateWorld): Promise<Shot[]> {
  await answered(started, world.contested(contestedPlaces), 201);
  return world.again(perRound);
}

interface Used {
  readonly web: number;
  readonly database: number;
}

/** Milliseconds of a processor that each takes, of the web process and of PostgreSQL. */
async function used(started: Inspected, world: CreateWorld): Promise<Figure[]> {
  const measure = async (shots: readonly Shot[], status: number): Promise<Used> => {
    const before = await usedSeconds(started.server);
    await answered(started, shots, status);
    const after = await usedSeconds(started.server);
    const each = (seconds: number) => (seconds * 1_000) / shots.length;
    return { web: each(after.web - before.web), database: each(after.database - before.database) };
  };
  const [booked, refused]: [Used[], Used[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    booked.push(await measure(world.spread("Manual", perRound), 201));
    refused.push(await measure(await tooLate(started, world), 409));
  }
  return (["web", "database"] as const).map((where) => ({
    bench,
    what: `a refusal against a booking, of ${where === "web" ? "the web process" : "PostgreSQL"}`,
    figure: `${
      sideBySide(
        refused.map((one) => one[where]),
        booked.map((one) => one[where]),
      ).said
    }; a booking ${median(booked.map((one) => one[where])).toFixed(2)} ms`,
    reach: "–",
    reached: true,
  }));
}

async function profiled(
  started: Inspected,
  what: string,
  shots: readonly (readonly Shot[])[],
  status: number,
): Promise<Figure[]> {
  const profile = await started.inspected.profile(async () => {
    for (const some of shots) await answered(started, some, status);
  });
  return sharesOf(profile).map(([owner, percent]) => ({
    bench,
    what: `${what}: ${owner}`,
    figure: `${percent.toFixed(1)} %`,
    reach: "–",
    reached: true,
  }));
}
