import { describe, expect, it, vi } from "vitest";

import {
  admitted,
  arrival,
  at,
  codeOf,
  gateOf,
  gateWorld,
  nobodys,
  now,
  queueOf,
  settle,
  token,
  useGateWorld,
  whyOf,
} from "../../support/gate-world";

useGateWorld();

describe("a code that this phone knows", () => {
  it.each([token, ` ${token}\n`, codeOf("here"), "HERE-xxxx"])(
    "%j is found without asking anybody",
    async (text) => {
      const { gate, refresh } = gateOf(queueOf(at(0), arrival("here")));
      await gate.take(text);
      expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "here" } } });
      expect(gate.step()).not.toHaveProperty("opensAt");
      expect([gateWorld.answers, refresh.mock.calls, gateWorld.asked]).toEqual([["yes"], [], []]);
    },
  );

  it("is early: it says when it opens, which is no", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("soon", 12, 42)));
    await gate.take(codeOf("soon"));
    expect(gate.step()).toMatchObject({ at: "Found", opensAt: at(12) });
    expect(gateWorld.answers).toEqual(["no"]);
  });

  it("is let in by an act, and in once that is done", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    await gate.letIn(found.seen, { connectorId: "c-3", number: 3 });
    expect(gate.step()).toMatchObject({ at: "Sent", key: "act-0", connector: 3 });
    expect(gateWorld.state.acts[0]?.act).toMatchObject({
      kind: "CheckIn",
      bookingId: "here",
      stationId: "station",
      qr: token,
      connectorId: "c-3",
    });
    settle({ state: "Done", result: { sessionId: "session" } });
    expect(gate.step()).toEqual({
      at: "In",
      name: "Owner here",
      connector: 3,
      bookingId: "here",
    });
    expect(gateWorld.answers).toEqual(["yes", "yes"]);
  });

  it("is let in once however often it is pressed, and its card is left at the first press", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    const presses = [gate.letIn(found.seen, {}), gate.letIn(found.seen, {})];
    expect(gate.step()).toMatchObject({ at: "Sent", key: null });
    await Promise.all(presses);
    await gate.letIn(found.seen, {});
    expect(gate.step()).toMatchObject({ at: "Sent", key: "act-0" });
    settle({ state: "Done" });
    await gate.letIn(found.seen, {});
    expect([gate.step().at, gateWorld.state.acts.length]).toEqual(["In", 1]);
  });

  it("can be let in again where the phone kept nothing, and says nothing of it to who went on", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    const add = vi
      .spyOn(gateWorld.ground, "add")
      .mockRejectedValueOnce(new Error("The phone is full."));
    await expect(gate.letIn(found.seen, {})).rejects.toThrow("The phone is full.");
    expect(gate.step()).toBe(found);
    add.mockRestore();
    const sent = gate.letIn(found.seen, {});
    gate.aim();
    await sent;
    expect([gate.step(), gateWorld.state.acts.length]).toEqual([{ at: "Aim" }, 1]);
  });

  it("says why where the act was refused, and puts the refusal away", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    await gate.letIn(found.seen, {});
    const details = { usedAt: at(-9), by: "Omar", timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.already_used", message: "…", details } });
    expect(gate.step()).toMatchObject({
      at: "No",
      explained: { why: { name: "used", by: "Omar" }, ways: ["override", "session"] },
    });
    expect(gateWorld.dismissed).toEqual(["act-0"]);
  });

  it("was let in here and is not sent yet: used", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    gate.aim();
    await gate.take(token);
    expect(whyOf(gate.step())).toBe("usedHere");
  });
});

describe("a code that it does not know", () => {
  it("is not judged by a clock that was never compared with the server's", async () => {
    const early = arrival("here", 120, 150);
    const { gate, refresh } = gateOf(queueOf(at(0), early));
    gateWorld.state = { ...gateWorld.state, clock: null };
    refresh.mockImplementation(async () => {
      gateWorld.state = {
        ...gateWorld.state,
        clock: { offsetMs: 125 * 60_000, doubtMs: 5, readAt: now },
      };
    });
    await gate.take(token);
    expect(gate.step()).not.toHaveProperty("opensAt");
    expect([gate.step().at, refresh.mock.calls.length, gateWorld.asked]).toEqual(["Found", 1, []]);
  });

  it("may be in the list by now, which is asked for first", async () => {
    const { gate, refresh } = gateOf(queueOf(at(-1)), queueOf(at(0), arrival("here")));
    await gate.take(token);
    expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "here" } } });
    expect([refresh.mock.calls.length, gateWorld.asked]).toEqual([1, []]);
  });

  it("is judged by the server, with its words", async () => {
    gateWorld.answer = nobodys;
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take("abcd-efgh");
    expect(whyOf(gate.step())).toBe("unknownCode");
    expect(gateWorld.asked.map(({ body }) => body)).toEqual([{ code: "ABCDEFGH" }]);
    gateWorld.answer = admitted;
    await gate.take(token);
    expect(gate.step()).toEqual({ at: "In", name: "Ada", connector: 4, bookingId: "b" });
    expect(new Set(gateWorld.asked.map(({ key }) => key)).size).toBe(2);
  });

  it("is asked about with the same key until there is an answer", async () => {
    gateWorld.answer = () => Response.error();
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take(token);
    expect(gate.step()).toMatchObject({ explained: { why: { name: "unanswered" } } });
    gateWorld.answer = admitted;
    const step = gate.step();
    if (step.at === "No" && step.seen) await gate.letIn(step.seen, {});
    expect(gate.step().at).toBe("In");
    expect(gateWorld.asked).toHaveLength(2);
    expect(gateWorld.asked[0]?.key).toBe(gateWorld.asked[1]?.key);
  });

  it("is not judged without network: nothing is promised, and nobody asked", async () => {
    gateWorld.state = { ...gateWorld.state, isReached: false };
    const { gate, refresh } = gateOf(queueOf(at(0), arrival("late", -60, -3)));
    await gate.take(token);
    expect(whyOf(gate.step())).toBe("unknownHere");
    await gate.take(codeOf("late"));
    expect(gate.step()).toMatchObject({ explained: { why: { name: "late", closedAt: at(-3) } } });
    expect([refresh.mock.calls, gateWorld.asked]).toEqual([[], []]);
  });

  it("is none of ours where it looks like none", async () => {
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take("https://example.com/menu");
    expect(whyOf(gate.step())).toBe("notOurs");
    expect([gateWorld.answers, gateWorld.asked]).toEqual([["no"], []]);
  });
});
