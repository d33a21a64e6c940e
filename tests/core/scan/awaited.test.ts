import { describe, expect, it } from "vitest";

import type { Step } from "@/components/scan/gate-step";
import type { QueueView } from "@/lib/charging/queue/schema";

import {
  arrival,
  at,
  codeOf,
  gateOf,
  gateWorld,
  hearQueue,
  nobodys,
  queueOf,
  searched,
  settle,
  token,
  useGateWorld,
  whyOf,
} from "../../support/gate-world";

useGateWorld();

describe("somebody who is awaited", () => {
  const both = queueOf(at(0), arrival("here"), arrival("other"));
  const awaitedOf = (step: Step) =>
    step.at === "Aim" || step.at === "Found" ? (step.awaited?.id ?? null) : step.at;

  it("stands there until their code is shown, which alone lets them in", async () => {
    const { gate } = gateOf(both, both, "here");
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(token);
    const found = gate.step();
    expect(found).toMatchObject({ at: "Found", seen: { named: { qr: token } } });
    expect(awaitedOf(found)).toBeNull();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    gate.aim();
    expect([awaitedOf(gate.step()), gateWorld.state.acts.length]).toEqual([null, 1]);
  });

  it("is remembered where another's code is shown instead, and until it is somebody else's turn", async () => {
    const { gate } = gateOf(both, both, "here");
    await gate.take(codeOf("other"));
    expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "other" } } });
    expect(awaitedOf(gate.step())).toBe("here");
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    gate.begin();
    expect(gate.step()).toEqual({ at: "Aim" });
    // The address, which names nobody now, may name them again.
    gate.follow("here");
    expect(awaitedOf(gate.step())).toBe("here");
  });

  it("is awaited still where their own code came too early", async () => {
    const early = queueOf(at(0), arrival("soon", 12, 42));
    const { gate } = gateOf(early, early, "soon");
    await gate.take(codeOf("soon"));
    expect(gate.step()).toMatchObject({ at: "Found", opensAt: at(12), awaited: undefined });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("soon");
    await gate.take(codeOf("soon"));
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    const details = { opensAt: at(12), timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.too_early", message: "…", details } });
    expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "soon" } });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("soon");
  });

  it.each([
    ["canceled", {}, "None"],
    ["let in at another gate", { inProgress: [{ bookingId: "here" }] }, "In"],
  ])("is so no longer once the list says that it was %s", async (_how, change, gone) => {
    const { gate } = gateOf(both, both, "here");
    const later = {
      ...queueOf(at(0), arrival("other")),
      approvals: [],
      ...change,
    } as unknown as QueueView;
    gate.miss("12");
    hearQueue(later);
    expect(gate.step()).toEqual({ at: "Aim", gone, typed: "12" });
    // Come back, as after a mistake, they are awaited as before.
    hearQueue(both);
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(codeOf("other"));
    expect(awaitedOf(gate.step())).toBe("here");
    hearQueue(later);
    expect(awaitedOf(gate.step())).toBeNull();
    gate.aim();
    expect(gate.step()).toEqual({ at: "Aim", gone });
  });

  it("is as the list has them, with the connector that is free now", () => {
    const { gate } = gateOf(both, both, "here");
    const moved = { ...arrival("here"), proposedConnector: { number: 2 } };
    hearQueue(queueOf(at(1), moved));
    expect(gate.step()).toMatchObject({ awaited: { proposedConnector: { number: 2 } } });
  });

  it("is nobody where the booking is not to come, and it says how that stands", () => {
    const queue = {
      ...both,
      inProgress: [{ bookingId: "charging" }],
      approvals: [{ id: "asked" }],
    } as unknown as QueueView;
    const goneOf = (id?: string) => gateOf(queue, queue, id).gate.step();
    expect(goneOf("charging")).toEqual({ at: "Aim", gone: "In" });
    expect(goneOf("asked")).toEqual({ at: "Aim", gone: "Pending" });
    expect(goneOf("elsewhere")).toEqual({ at: "Aim", gone: "None" });
    expect(goneOf()).toEqual({ at: "Aim" });
  });

  it("is whom the address names: another, or nobody where it names none", async () => {
    const { gate } = gateOf(both, both, "here");
    gate.follow("other");
    expect(awaitedOf(gate.step())).toBe("other");
    gate.follow(null);
    expect(gate.step()).toEqual({ at: "Aim" });
    // An answer stays while the address does.
    await gate.take(token);
    gate.follow(null);
    expect(gate.step().at).toBe("Found");
  });

  it("is awaited still where a code or a number was mistyped, or their own was refused", async () => {
    gateWorld.answer = nobodys;
    const { gate } = gateOf(both, both, "here");
    for (const mistyped of ["ABCD-EFGH", "BK-7F3K-29QD", "https://example.com/menu"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as at the gate
      await gate.take(mistyped);
      expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "here" } });
      gate.aim();
      expect(awaitedOf(gate.step())).toBe("here");
    }
    await gate.take(token);
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    settle({ state: "Refused", refusal: { code: "qr.owner_deactivated", message: "…" } });
    expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "here" } });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(token);
    const again = gate.step();
    if (again.at === "Found") await gate.letIn(again.seen, {});
    const details = { usedAt: at(-9), by: "Omar", timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.already_used", message: "…", details } });
    hearQueue(queueOf(at(1), arrival("other")));
    // What the card has said of them is not said once more.
    gate.aim();
    expect(gate.step()).toEqual({ at: "Aim" });
  });

  it.each(["BK-7F3K-29QD", "bk7f3k29qd", "BK 7f3k 29qd"])(
    "is found by the number %j, which lets nobody in",
    async (typed) => {
      const numbered = queueOf(at(0), { ...arrival("here"), number: "BK-7F3K-29QD" });
      const { gate } = gateOf(queueOf(at(-9)), numbered);
      await gate.take(typed);
      expect(awaitedOf(gate.step())).toBe("here");
      expect([gateWorld.asked, gateWorld.state.acts]).toEqual([[], []]);
    },
  );

  it("is found by the eight signs of the number, if they are nobody's code", async () => {
    const numbered = queueOf(at(0), { ...arrival("here"), number: "BK-7F3K-29QD" });
    const { gate } = gateOf(numbered);
    await gate.take("7f3k-29qd");
    expect([awaitedOf(gate.step()), gateWorld.asked]).toEqual(["here", []]);
  });

  it("says that a number is none of those to come, and which booking to look at", async () => {
    gateWorld.answer = () => searched("BK-7F3K-29QD");
    const { gate, refresh } = gateOf(both);
    await gate.take("bk7f3k29qd");
    expect(gate.step()).toMatchObject({
      explained: { why: { name: "notAwaited", number: "BK-7F3K-29QD" } },
    });
    expect(refresh).toHaveBeenCalledOnce();
    expect(gateWorld.asked.map(({ body }) => body)).toEqual([
      { searched: "/api/v1/search?q=BK-7F3K-29QD" },
    ]);
    gateWorld.answer = () => Response.error();
    await gate.take("bk7f3k29qd");
    expect(whyOf(gate.step())).toBe("unknownHere");
    gateWorld.state = { ...gateWorld.state, isReached: false };
    await gate.take("bk7f3k29qd");
    expect(whyOf(gate.step())).toBe("unknownHere");
  });

  it.each([[], ["BK-7F3K-29QDX"]])(
    "says that no booking of today has a number where the search finds %j",
    async (...titles) => {
      gateWorld.answer = () => searched(...titles);
      const { gate } = gateOf(both);
      await gate.take("bk7f3k29qd");
      expect(gate.step()).toMatchObject({
        explained: { why: { name: "unknownNumber", number: "BK-7F3K-29QD" }, ways: ["search"] },
      });
    },
  );

  it("drops the answer before where what is typed next is too short for a code", async () => {
    gateWorld.answer = nobodys;
    const { gate } = gateOf(both, both, "here");
    await gate.take("ZZZZ9999");
    expect(whyOf(gate.step())).toBe("unknownCode");
    gate.miss("12345");
    expect(gate.step()).toMatchObject({ at: "Aim", typed: "12345", awaited: { id: "here" } });
  });
});
