import "fake-indexeddb/auto";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { dropDatabase, keepThing, readActs, readThing } from "@/components/offline/database";
import { eraseKept } from "@/components/offline/erase-kept";
import type { NewAct } from "@/components/offline/act";
import { Ground } from "@/components/offline/ground";
import { countUnsent } from "@/components/offline/unsent";
import { dayMs, hourMs } from "@/lib/core/durations";

/** A server on the other end of `fetch`, which may be away. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly viewer: string | undefined;
  readonly body: unknown;
}
type Answer = { readonly status: number; readonly body: unknown; readonly headers?: HeadersInit };
let sent: Sent[] = [];
let answer: (one: Sent) => Answer | "nothing";
let stops: (() => void)[] = [];

const ok = (data: unknown, status = 200): Answer => ({ status, body: { success: true, data } });
const no = (status: number, code: string): Answer => ({
  status,
  body: { success: false, code, message: `Because ${code}.` },
});
const me = (stations: string[]) => ok({ role: "Operator", operatorStationIds: stations });
const usual = (one: Sent): Answer => {
  if (one.path === "/api/v1/auth/me") return me(["quay"]);
  return one.path === "/api/v1/sessions/checkin" ? ok({ id: "s-1" }, 201) : ok({ id: "s-1" });
};

beforeEach(() => {
  sent = [];
  answer = usual;
  const target = new EventTarget();
  vi.stubGlobal("window", target);
  const noted = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => noted.get(name) ?? null,
    setItem: (name: string, value: string) => noted.set(name, value),
    removeItem: (name: string) => noted.delete(name),
  });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const one: Sent = {
      method: init.method ?? "GET",
      path,
      key: headers.get("idempotency-key") ?? undefined,
      viewer: headers.get("baybook-viewer") ?? undefined,
      body: typeof init.body === "string" ? JSON.parse(init.body) : init.body,
    };
    sent.push(one);
    const said = answer(one);
    if (said === "nothing") throw new TypeError("Failed to fetch");
    return Response.json(said.body, { status: said.status, headers: said.headers });
  });
});

afterEach(async () => {
  for (const stop of stops) stop();
  stops = [];
  await dropDatabase();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function open(viewer = "ann"): Promise<Ground> {
  const ground = new Ground(viewer);
  stops.push(ground.start());
  await vi.waitFor(() => expect(ground.state()).toMatchObject({ isRead: true }));
  await vi.waitFor(() => expect(ground.state().isReached).not.toBeNull());
  return ground;
}

const checkIn: NewAct = {
  kind: "CheckIn",
  bookingId: "b-1",
  number: "BK-7F3K-29QD",
  stationId: "quay",
  code: "7F3K29QD",
};
const note: NewAct = { ...about(checkIn), kind: "Note", text: "Cable swapped." };
const photo: NewAct = { ...about(checkIn), kind: "Photo" };
const picture = new Blob(["jpeg"], { type: "image/jpeg" });
function about({ bookingId, number, stationId }: NewAct) {
  return { bookingId, number, stationId };
}
const settled = async (ground: Ground) =>
  vi.waitFor(() =>
    expect(ground.state().acts.every(({ state }) => state !== "Waiting")).toBe(true),
  );
const changes = () => sent.filter(({ method }) => method !== "GET");

describe("what is done", () => {
  test("is sent at once where there is network, in the person's name, with a key of its own", async () => {
    const ground = await open();
    const key = await ground.add(checkIn);
    await settled(ground);
    expect(changes()).toMatchObject([
      { method: "POST", path: "/api/v1/sessions/checkin", key, viewer: "ann" },
    ]);
    const [done] = ground.state().acts;
    expect(done).toMatchObject({ state: "Done", result: { sessionId: "s-1" } });
    expect(changes()[0]?.body).toEqual({ code: "7F3K29QD", scannedAt: done?.act.at });
  });

  test("without network waits, in order, and is sent once when it is back", async () => {
    answer = () => "nothing";
    const ground = await open();
    await ground.add(checkIn);
    await ground.add(note);
    await ground.add(photo, picture);
    await vi.waitFor(() => expect(ground.state().isReached).toBe(false));
    expect(ground.state().acts.map(({ state }) => state)).toEqual(Array(3).fill("Waiting"));
    expect(await countUnsent()).toBe(3);
    sent = [];
    answer = usual;
    window.dispatchEvent(new Event("online"));
    await settled(ground);
    expect(changes().map(({ path }) => path)).toEqual([
      "/api/v1/sessions/checkin",
      "/api/v1/sessions/s-1",
      "/api/v1/sessions/s-1/photos",
    ]);
    expect(changes()[1]?.body).toMatchObject({ addNote: "Cable swapped." });
    const form = changes()[2]?.body as FormData | undefined;
    expect(form?.get("file")).toBeInstanceOf(Blob);
    expect(await countUnsent()).toBe(0);
  });

  test("an answer that is lost is asked for again by the same key", async () => {
    let lost = 0;
    answer = (one) => {
      if (one.method === "GET" || lost > 0) return usual(one);
      lost += 1;
      return "nothing";
    };
    const ground = await open();
    await ground.add(checkIn);
    await vi.waitFor(() => expect(ground.state().isReached).toBe(false));
    await ground.sendNow();
    await settled(ground);
    const keys = changes().map(({ key }) => key);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  test("a refusal keeps the server's words until it is put away, and takes along what needed it", async () => {
    answer = (one) => (one.method === "GET" ? usual(one) : no(400, "qr.already_used"));
    const ground = await open();
    const key = await ground.add(checkIn);
    await ground.add(note);
    await settled(ground);
    expect(ground.state().acts).toMatchObject([
      { refusal: { code: "qr.already_used", message: "Because qr.already_used." } },
      { refusal: { code: expect.stringMatching(/^offline\.(no_session|check_in_refused)$/) } },
    ]);
    await ground.dismiss(key);
    expect(await readActs()).toHaveLength(1);
  });

  test("survives the page: another finds it and sends it", async () => {
    answer = () => "nothing";
    const first = await open();
    await first.add(checkIn);
    for (const stop of stops.splice(0)) stop();
    answer = usual;
    const second = await open();
    await settled(second);
    expect(second.state().acts).toMatchObject([{ state: "Done" }]);
  });

  test("two tabs send it once, and both see it", async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one.add(checkIn), other.sendNow(), one.sendNow()]);
    await Promise.all([settled(one), vi.waitFor(() => expect(other.state().acts).toHaveLength(1))]);
    await settled(other);
    expect(changes()).toHaveLength(1);
  });
});

test("a phone that is three hours wrong says when it was, by the server's clock", async () => {
  answer = (one) => {
    const said = usual(one);
    const date = new Date(Date.now() + 3 * hourMs).toUTCString();
    return { ...said, headers: { date } };
  };
  const ground = await open();
  await vi.waitFor(() => expect(ground.state().clock).not.toBeNull());
  answer = () => "nothing";
  await ground.add(checkIn);
  const at = Date.parse(ground.state().acts[0]?.act.at ?? "");
  expect(Math.abs(at - (Date.now() + 3 * hourMs))).toBeLessThan(2_000);
});

describe("the queue", () => {
  const view = { serverTime: "2026-06-01T12:00:00.000Z", arrivals: [{ stationId: "quay" }] };

  test("is kept as it was answered, with when that was", async () => {
    answer = (one) => (one.path.endsWith("/queue") ? ok(view) : usual(one));
    const ground = await open();
    await ground.refreshQueue("/api/v1/operator/queue");
    const at = Date.parse(view.serverTime);
    expect(Math.abs((ground.state().queue?.at ?? 0) - at)).toBeLessThan(1_000);
    expect((await readThing("queue"))?.view).toEqual(view);
  });

  test("is not what a café's network says in our place", async () => {
    const ground = await open();
    answer = () => ({ status: 200, body: "<title>Welcome to our network</title>" });
    await ground.refreshQueue("/api/v1/operator/queue");
    await ground.sendNow();
    expect(ground.state()).toMatchObject({ queue: null, isReached: false, standing: "SignedIn" });
  });

  test("an older one changes nothing", async () => {
    const ground = await open();
    await ground.keepQueue(view, 2_000);
    await ground.keepQueue({ ...view, arrivals: [] }, 1_999);
    expect(ground.state().queue).toEqual({ view, at: 2_000 });
  });
});

describe("nothing stays that is no longer the person's", () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  test("at sign-out, in every tab", async () => {
    const ground = await open();
    await ground.keepQueue({ arrivals: [] }, 1);
    await eraseKept();
    await vi.waitFor(() => expect(ground.state().standing).toBe("SignedOut"));
    expect([ground.state().queue, ground.state().acts]).toEqual([null, []]);
    expect(await databases()).toEqual([]);
    expect([await countUnsent(), await databases()]).toEqual([0, []]);
  });

  test("when somebody else signs in, and the tab of before sends nothing in their name", async () => {
    answer = () => "nothing";
    const anns = await open("ann");
    await anns.add(checkIn);
    const bobs = await open("bob");
    expect([bobs.state().acts, await readThing("owner")]).toEqual([[], "bob"]);
    answer = usual;
    sent = [];
    await anns.sendNow();
    expect(changes()).toEqual([]);
  });

  test("when the server no longer knows them", async () => {
    const ground = await open();
    await ground.keepQueue({ arrivals: [] }, 1);
    answer = () => no(401, "auth.required");
    await ground.refreshQueue("/api/v1/operator/queue");
    expect(ground.state()).toMatchObject({ standing: "SignedOut", queue: null });
    expect(await databases()).toEqual([]);
  });

  test("but what is not sent waits, unseen, for the same person to sign in again within 4 hours", async () => {
    answer = () => "nothing";
    const ground = await open();
    await ground.add(checkIn);
    await ground.keepQueue({ arrivals: [] }, 1);
    answer = () => no(401, "auth.required");
    await ground.sendNow();
    await vi.waitFor(() => expect(ground.state().standing).toBe("SignedOut"));
    expect(ground.state().acts).toEqual([]);
    expect([await readThing("queue"), (await readActs()).length]).toEqual([undefined, 1]);
    answer = usual;
    await settled(await open());
    expect(changes().at(-1)?.path).toBe("/api/v1/sessions/checkin");
  });

  test.each([
    ["after 4 hours of being signed out", "signedOutAt", 4 * hourMs],
    ["after 14 days without contact", "contactAt", 14 * dayMs],
  ] as const)("%s it goes, and a moment before it does not", async (_, thing, ago) => {
    answer = () => "nothing";
    for (const [age, left] of [
      [ago - 10_000, 1],
      [ago, 0],
    ] as const) {
      const ground = await open();
      await ground.add(checkIn);
      for (const stop of stops.splice(0)) stop();
      await keepThing(thing, Date.now() - age);
      expect((await open()).state().acts).toHaveLength(left);
      for (const stop of stops.splice(0)) stop();
      await dropDatabase();
    }
  });

  test("of a station that they have lost, at the next answer", async () => {
    answer = () => "nothing";
    const ground = await open();
    await ground.add(checkIn);
    await ground.add({ ...checkIn, bookingId: "b-2", stationId: "pier" });
    const rows = [{ stationId: "quay" }, { stationId: "pier" }];
    await ground.keepQueue({ serverTime: "x", arrivals: rows, counts: { arrivals: 2 } }, 1);
    answer = (one) => (one.path === "/api/v1/auth/me" ? me(["pier"]) : "nothing");
    await ground.sendNow();
    // What was done there is told before it goes: the server keeps it for somebody to settle.
    expect(ground.state()).toMatchObject({ lost: 0, acts: [{}, {}] });
    answer = (one) => {
      if (one.path === "/api/v1/auth/me") return me(["pier"]);
      return sent.length > 0 && changes().length % 2 === 1
        ? no(400, "qr.wrong_station")
        : usual(one);
    };
    sent = [];
    await ground.sendNow();
    expect(changes()).toHaveLength(2);
    expect(ground.state()).toMatchObject({ lost: 1, acts: [{ act: { bookingId: "b-2" } }] });
    expect(ground.state().queue?.view).toMatchObject({ arrivals: [{ stationId: "pier" }] });
  });
});
