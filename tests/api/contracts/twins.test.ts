import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { owners, users } from "@/db/schema/accounts";
import { connectors, stations } from "@/db/schema/stations";
import type { Db } from "@/lib/core/context";
import { hashPassword } from "@/lib/core/passwords";
import { setProcessContext } from "@/lib/process/context";

import { testApi, type ApiAnswer } from "../../support/api";
import { testDatabase } from "../../support/database";
import { hours } from "../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../support/world";

/**
 * The twin test in its first form (operations.md §11.1): random days, played once in Baybook's words and once in
 * EV-CMS's on two databases, leave the same: the same refusals, the same audits and the same rows but for ids.
 */
const api = await testApi();
const second = await testDatabase({ max: 10 });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

/** One deed of a day, in a number's words. */
type Deed =
  | { readonly kind: "register"; readonly who: number; readonly password: string }
  | { readonly kind: "login"; readonly who: number; readonly isRight: boolean }
  | { readonly kind: "refresh"; readonly who: number; readonly isOld: boolean }
  | { readonly kind: "open" | "change"; readonly who: number; readonly station: Made }
  | { readonly kind: "rename"; readonly who: number; readonly name: string }
  | { readonly kind: "number"; readonly who: number; readonly nic: string }
  | {
      readonly kind: "book";
      readonly who: number;
      readonly at: number;
      readonly minutes: number;
      readonly wish: number;
    }
  | { readonly kind: "cancel"; readonly who: number; readonly nth: number };

/** A station as the office writes it, or as it changes one. */
interface Made {
  readonly name: string;
  readonly lat: number;
  readonly plugs: readonly {
    readonly power: number;
    readonly isFast: boolean;
    readonly out: boolean;
  }[];
  readonly status: "Active" | "Maintenance";
}

const passwordOf = (who: number) => `Driver-${who}-rides-27`;
const officeEmail = "office@twins.example";
const officeHash = await hashPassword(passwordOf(9));

/** Who the office is, among those who do something. */
const office = 9;

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function randomDay(seed: number): readonly Deed[] {
  const random = randomOf(seed);
  const first: Deed[] = [0, 1, 2].map((who) => ({
    kind: "register",
    who,
    password: who === 2 ? "short" : passwordOf(who),
  }));
  const rest = Array.from({ length: 40 }, (): Deed => {
    const who = random(2);
    const kind = random(16);
    if (kind > 13) return { kind: "login", who, isRight: random(3) > 0 };
    if (kind > 11) return { kind: "refresh", who, isOld: random(3) === 0 };
    if (kind > 9) {
      const station = randomStation(random);
      return { kind: random(2) === 0 ? "open" : "change", who: office, station };
    }
    if (kind === 0) return { kind: "rename", who, name: ["", "Ann", "Bo Li"][random(3)] ?? "" };
    if (kind === 1) return { kind: "number", who, nic: `20021234567${random(3)}` };
    if (kind < 4) return { kind: "cancel", who, nth: random(3) };
    const [start, minutes] = [random(60) - 4 + random(2) / 4, [0, 1, 50, 60, 61, 240, 241]];
    return { kind: "book", who, at: start, minutes: minutes[random(7)] ?? 60, wish: random(6) };
  });
  return [...first, ...rest];
}

function randomStation(random: (below: number) => number): Made {
  return {
    name: ["", "Pier", "Quay", "Dock"][random(4)] ?? "",
    lat: 42 + random(50),
    plugs: Array.from({ length: random(4) }, () => ({
      power: random(5) * 20 || 7.4,
      isFast: random(2) === 0,
      out: random(3) === 0,
    })),
    status: random(3) === 0 ? "Maintenance" : "Active",
  };
}

interface World {
  readonly stationId: string;
  readonly tokens: Map<number, string>;
  /** All that were given to each, the newest last. */
  readonly refresh: Map<number, string[]>;
  readonly made: Map<number, string[]>;
}

type Words = "baybook" | "ev-cms";

/** Sends one deed in the words of a contract; answers the status and what was refused. */
async function send(words: Words, world: World, deed: Deed): Promise<string> {
  const isOpen = deed.kind === "login" || deed.kind === "refresh";
  const token = isOpen ? undefined : world.tokens.get(deed.who);
  const ours = words === "baybook";
  const call = (method: "POST" | "PUT", path: string, body: object): Promise<ApiAnswer> =>
    api.call(method, `/api/v1/${path}`, {
      body,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        // A client of EV-CMS knows of neither.
        ...(ours && { "Baybook-Contract": "baybook", "Idempotency-Key": crypto.randomUUID() }),
      },
    });
  const answer = await sendWith(call, ours, world, deed);
  const given = answer.body.data?.tokens ?? answer.body.data;
  if (given?.refreshToken) {
    world.tokens.set(deed.who, given.accessToken);
    world.refresh.set(deed.who, [...(world.refresh.get(deed.who) ?? []), given.refreshToken]);
  }
  if (deed.kind === "book" && answer.status === 201) {
    world.made.set(deed.who, [...(world.made.get(deed.who) ?? []), answer.body.data.id]);
  }
  return `${deed.kind} ${answer.status} ${answer.body.code ?? ""}`.trim();
}

function sendWith(
  call: (method: "POST" | "PUT", path: string, body: object) => Promise<ApiAnswer>,
  ours: boolean,
  { stationId, made, refresh }: World,
  deed: Deed,
): Promise<ApiAnswer> {
  switch (deed.kind) {
    case "register": {
      const { who, password } = deed;
      const body = { email: `d${who}@twins.example`, password, name: `Driver ${who}` };
      return call("POST", "auth/register", ours ? body : { ...body, role: "user" });
    }
    case "login": {
      const email = deed.who === office ? officeEmail : `d${deed.who}@twins.example`;
      const password = deed.isRight ? passwordOf(deed.who) : "Another-one-27";
      return call("POST", "auth/login", ours ? { username: email, password } : { email, password });
    }
    case "refresh": {
      const refreshToken = refresh.get(deed.who)?.at(deed.isOld ? 0 : -1) ?? "none";
      return call("POST", "auth/refresh-token", { refreshToken });
    }
    case "open":
      return call("POST", "stations", ours ? ourStation(deed.station) : theirStation(deed.station));
    case "change": {
      const { lat: _lat, ...rest } = deed.station;
      const { location: _ours, ...change } = ourStation({ ...rest, lat: 0 });
      const { location: _theirs, ...changed } = theirStation({ ...rest, lat: 0 });
      const body = ours
        ? { ...change, status: rest.status }
        : { ...changed, status: rest.status.toLowerCase() };
      return call("PUT", `stations/${stationId}`, body);
    }
    case "rename":
      return call("PUT", "profile", { name: deed.name });
    case "number":
      return call("PUT", "profile", { nic: deed.nic });
    case "book": {
      const [when, connectorId] = [at(deed.at), deed.wish || undefined];
      return call(
        "POST",
        "bookings",
        ours
          ? { stationId, startsAt: when, minutes: deed.minutes, connectorId }
          : { stationId, scheduledTime: when, estimatedDuration: deed.minutes, connectorId },
      );
    }
    case "cancel": {
      const id = made.get(deed.who)?.[deed.nth] ?? stationId;
      return call("PUT", `bookings/${id}/cancel`, { reason: "Rain" });
    }
  }
}

const ourStation = ({ name, lat, plugs }: Made) => ({
  name,
  location: { lat, lng: -73.75 },
  type: plugs.some(({ isFast }) => isFast) ? "DC" : "AC",
  connectors: plugs.map(({ power, isFast, out }, index) => ({
    number: index + 1,
    standard: isFast ? "CCS" : "Type2",
    maxPowerKw: power,
    status: out ? "OutOfOrder" : "Active",
  })),
});

const theirStation = ({ name, lat, plugs }: Made) => ({
  name,
  location: { type: "Point", coordinates: [-73.75, lat] },
  connectors: plugs.map(({ power, isFast, out }) => ({
    type: isFast ? "CCS" : "Type2",
    power,
    status: out ? "faulted" : "available",
  })),
});

async function makeOffice(db: Db, businessId: string): Promise<void> {
  const { userId } = await makeUser(db, "Backoffice", {
    businessId,
    passwordHash: officeHash,
    name: "Office",
  });
  const contact = { email: officeEmail, phone: null };
  await db.update(users).set(contact).where(eq(users.id, userId));
}

async function play(words: Words, db: Db, seed: number) {
  setProcessContext({ db, clock: api.clock, config: testConfig });
  const { id: businessId } = await makeBusiness(db, `Twins ${seed}`);
  const station = await makeStation(db, businessId, {
    approval: seed % 2 ? "Auto" : "Manual",
    name: "T",
  });
  await makeSlots(db, station.id, testStart, 60, { capacity: 1 });
  const world: World = {
    stationId: station.id,
    tokens: new Map(),
    refresh: new Map(),
    made: new Map(),
  };
  await makeOffice(db, businessId);
  const said = [await send(words, world, { kind: "login", who: office, isRight: true })];
  for (const deed of randomDay(seed)) said.push(await send(words, world, deed));
  return { said, ...(await left(db)) };
}

/** What a day leaves, without ids, numbers and secrets. */
async function left(db: Db) {
  const [trail, booked, people, numbers, places, plugs] = await Promise.all([
    db.select().from(audits).orderBy(asc(audits.id)),
    db.select().from(bookings).orderBy(asc(bookings.startsAt), asc(bookings.status)),
    db.select().from(users).orderBy(asc(users.email)),
    db.select().from(owners).orderBy(asc(owners.nic)),
    db.select().from(stations).orderBy(asc(stations.id)),
    db.select().from(connectors).orderBy(asc(connectors.stationId), asc(connectors.number)),
  ]);
  return {
    trail: trail.map(({ entity, action, reason }) => ({
      entity,
      action,
      // Kept sealed with a salt of its own.
      isExplained: reason !== null,
    })),
    booked: booked.map((row) => ({
      ...row,
      id: null,
      number: null,
      ownerId: null,
      stationId: null,
      businessId: null,
      wishedConnectorId: row.wishedConnectorId !== null,
    })),
    people: people.map(({ email, name, role, status, tokenVersion }) => ({
      email,
      name,
      role,
      status,
      tokenVersion,
    })),
    places: places.map((row) => ({ ...row, id: null, businessId: null })),
    plugs: plugs.map((row) => ({ ...row, id: null, stationId: null })),
    numbers: numbers.map(({ nic, country, vehiclePlate }) => ({ nic, country, vehiclePlate })),
  };
}

it("a random day leaves the same in Baybook's words and in EV-CMS's", async () => {
  const kinds = new Set<string>();
  for (const seed of [1, 2]) {
    const dbs =
      seed === 1 ? ([api.db, second.db] as const) : await Promise.all([freshDb(), freshDb()]);
    const ours = await play("baybook", dbs[0], seed);
    const theirs = await play("ev-cms", dbs[1], seed);
    expect(theirs, `seed ${seed}`).toEqual(ours);
    for (const one of ours.said) kinds.add(one);
  }
  for (const done of ["open 201", "change 200", "login 200", "refresh 200"]) {
    expect(kinds).toContain(done);
  }
  // The days did something, and were refused something.
  expect([...kinds].filter((one) => /(200|201)$/.test(one)).length).toBeGreaterThan(3);
  expect([...kinds].filter((one) => / 4\d\d /.test(one)).length).toBeGreaterThan(4);
});

const freshDb = async () => (await testDatabase({ max: 10 })).db;
