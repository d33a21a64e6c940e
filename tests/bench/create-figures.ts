import type { Statement } from "../support/statement-log";
import { besideBound, type Figure, median, percentile, sideBySide } from "./figures";
import { contestedPlaces, tookWhere } from "./late-world";
import { connections, type Round } from "./load";
import { cores, coresForTwo } from "./pin";
import type { Used } from "./web-use";

const bench = `bookings over HTTP, ${connections} connections`;
/** How many meet at a slot with few places. */
export const clients = 64;

/** The kinds of rounds. */
const kinds = [
  "nothing",
  "me",
  "manual",
  "direct",
  "approve",
  "cancel",
  "auto",
  "checkIn",
  "hot",
  "burst",
  "rush",
  "held",
  "unheld",
  "two",
] as const;
type Kind = (typeof kinds)[number];

/** What all rounds came to. */
export interface Took extends Record<Kind, Round[]> {
  /** Of each round, for one request. */
  readonly used: { readonly nothing: Used; readonly manual: Used }[];
  /** Milliseconds of the statement that reads the account, and of one that reads nothing, the quickest first. */
  readonly account: number[];
  readonly empty: number[];
}

export function nothingYet(): Took {
  const rounds = Object.fromEntries(kinds.map((kind) => [kind, [] as Round[]]));
  return { ...(rounds as Record<Kind, Round[]>), used: [], account: [], empty: [] };
}

/**
 * Half of what EVtivity's booking route costs, as it was measured once, on another machine: it is not run beside this, so
 * the figure that is judged says more of the machine than of the booking. What stands side by side is the ratio.
 */
const mostCpuMs = 1.8;

const row = (
  what: string,
  figure: string,
  reach: string,
  judged: Pick<Figure, "reached" | "value">,
): Figure => ({ bench, what, figure, reach, ...judged });

const speeds = (rounds: readonly Round[]) => rounds.map(({ perSecond }) => perSecond);

/** How many a second there are of one kind against another. */
function against(
  what: string,
  [one, other]: readonly [readonly Round[], readonly Round[]],
  { least, most = Infinity }: { readonly least?: number; readonly most?: number } = {},
): Figure {
  const { ratio, told, spread } = sideBySide(speeds(one), speeds(other), least);
  const [few, many] = [median(speeds(one)), median(speeds(other))].map((all) => all.toFixed(0));
  return row(
    what,
    `${few} against ${many} a second: ${told} (${spread})`,
    least === undefined ? "–" : most < Infinity ? `${least} to ${most}` : `≥ ${least}`,
    { reached: ratio >= (least ?? 0) && ratio <= most, value: ratio },
  );
}

/** How long a refusal takes, against a booking; each by the middle of a round. */
function refused(
  what: string,
  [refusals, successes]: readonly [readonly number[], readonly number[]],
  which = "refused",
): Figure {
  const { ratio, told, spread } = sideBySide(refusals, successes, 1);
  const [no, yes] = [refusals, successes].map((ms) => `${median(ms).toFixed(0)} ms`);
  const figure = `${which} after p50 ${no}, a booking ${yes}: ${told} times (${spread})`;
  return row(what, figure, "refused no slower", { reached: ratio <= 1, value: ratio });
}

export function figuresOf(
  took: Took,
  statements: readonly Statement[],
  broken: readonly string[],
): Figure[] {
  return [
    against("a booking against the cheapest authenticated answer", [took.manual, took.nothing], {
      least: 0.75,
    }),
    against("a booking against auth/me", [took.manual, took.me], { least: 0.75 }),
    // Nothing through the web is quicker than the same sent directly: more than 1 is no measurement.
    against("a booking against the same SQL sent directly", [took.manual, took.direct], {
      least: 0.25,
      most: 1,
    }),
    against("the same SQL sent directly against the cheapest authenticated answer", [
      took.direct,
      took.nothing,
    ]),
    ...spreadOf(took),
    ...costOf(took, statements),
    approvedByItself(took),
    against("an approval against auth/me", [took.approve, took.me]),
    against("a cancellation against auth/me", [took.cancel, took.me]),
    against("a check-in against auth/me", [took.checkIn, took.me]),
    against("all of one slot against spread", [took.hot, took.manual], { least: 0.5 }),
    ...refusals(took),
    twice(took),
    row(
      "invariants after all of it",
      broken.length > 0 ? `${broken.length} broken, as ${broken[0]}` : "all hold",
      "all hold",
      { reached: broken.length === 0 },
    ),
  ];
}

function spreadOf({ manual }: Took): Figure[] {
  const { ratio, said } = sideBySide(
    manual.map(({ p99 }) => p99),
    manual.map(({ p50 }) => p50),
    4,
  );
  const figure = `${median(manual.map(({ p50 }) => p50)).toFixed(0)} ms, ${said}`;
  return [row("p99 against p50", figure, "≤ 4 times", { reached: ratio <= 4, value: ratio })];
}

/** What a booking takes of processors, of PostgreSQL's statements, and of who asks. */
function costOf({ used, account, empty }: Took, statements: readonly Statement[]): Figure[] {
  const cpu = (of: "nothing" | "manual") => used.map((round) => round[of].web + round[of].database);
  const [booked, cheapest] = [cpu("manual"), cpu("nothing")];
  const { ratio, said } = sideBySide(booked, cheapest);
  const ms = median(booked);
  const each = booked.map((one) => one.toFixed(2)).join(", ");
  const web = median(used.map(({ manual }) => manual.web)).toFixed(2);
  const trips = new Set(statements.map(({ trip }) => trip)).size;
  const [read, none] = [account, empty].map((took) => percentile(took, 0.5).toFixed(2));
  return [
    row(
      "processor time of web and PostgreSQL for a booking, by round",
      `${besideBound(ms, mostCpuMs)} ms (${each}), of which ${web} the web; ${said} the cheapest authenticated answer's ${median(cheapest).toFixed(2)} ms`,
      `≤ ${mostCpuMs} ms, half of EVtivity's on another machine`,
      { reached: ms <= mostCpuMs, value: ratio },
    ),
    row(
      "statements of a booking, in trips to the database, its limit counted",
      `${statements.length} in ${trips}`,
      "2 trips",
      { reached: trips <= 2, value: trips },
    ),
    row(
      "who asks, read at each request by one statement, alone over one connection",
      `p50 ${read} ms, where one that reads nothing takes ${none} ms`,
      "–",
      { reached: true },
    ),
  ];
}

/** By how long it takes, since that is what is asked. */
function approvedByItself({ auto, manual }: Took): Figure {
  const most = 1.15;
  const { ratio, told, spread } = sideBySide(speeds(manual), speeds(auto), most);
  const [own, hand] = [auto, manual].map((rounds) => median(speeds(rounds)).toFixed(0));
  return row(
    "where the station approves by itself against by hand",
    `${own} against ${hand} a second: ${told} times as long (${spread})`,
    `≤ ${most} times as long`,
    { reached: ratio <= most, value: ratio },
  );
}

function refusals({ rush, burst, held, unheld, manual }: Took): Figure[] {
  const p50 = (rounds: readonly Round[]) => rounds.map((round) => round.p50);
  const late = (what: string, rounds: readonly Round[], isHeld: boolean) => {
    const each = rounds.map((round) => tookWhere(round, isHeld));
    const all = rounds.reduce((sum, { answers }) => sum + answers.length, 0);
    return refused(
      what,
      [each.map(median), p50(manual)],
      `${each.flat().length} of ${all} refused`,
    );
  };
  const refusedOf = ({ p50Of }: Round) => p50Of[409] ?? Number.NaN;
  return [
    refused(
      `${clients} at once at a slot with ${contestedPlaces} places, of which ${contestedPlaces} succeed, against ${clients} spread`,
      [rush.map(refusedOf), p50(burst)],
    ),
    late("who comes too late and has a place held, against spread", held, true),
    late("who comes too late and may have none held, against spread", unheld, false),
  ];
}

function twice({ two, manual }: Took): Figure {
  const least = 1.6;
  const { ratio, said } = sideBySide(speeds(two), speeds(manual), least);
  const isJudged = cores >= coresForTwo;
  const pinned = isJudged ? ", each web process on one of its own" : "";
  return row(
    "two web processes against one",
    `${said} on ${cores} cores${pinned}`,
    `≥ ${least} times from ${coresForTwo} cores on`,
    { reached: isJudged ? ratio >= least : null, value: ratio },
  );
}
