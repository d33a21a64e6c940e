import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { sendAllBeforeSignOut, sendBeforeSignOut } from "@/components/account/before-sign-out";
import { askOthers } from "@/components/account/other-windows";
import { ApprovalDesk, type Outcome, undoMs } from "@/components/approvals/approval-desk";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const made = (answers: Readonly<Record<string, string>> = {}) => {
  const sent: string[] = [];
  const told: Outcome[] = [];
  const send = (id: string) => {
    sent.push(id);
    return Promise.resolve(answers[id] ?? null);
  };
  return { desk: new ApprovalDesk(send, (outcome) => told.push(outcome)), sent, told };
};

describe("approvals of a list", () => {
  test("are sent when they can no longer be taken back, and not before", async () => {
    const { desk, sent, told } = made();
    desk.approve(["a", "b"]);
    await vi.advanceTimersByTimeAsync(undoMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["a", "b"]);
    expect(told).toEqual([{ approved: ["a", "b"], refused: [] }]);
    expect(desk.states().get("a")).toEqual({ kind: "Approved" });
  });

  test("one that is taken back is never sent, and the others are", async () => {
    const { desk, sent } = made();
    desk.approve(["a", "b"]);
    desk.undo("a");
    await vi.advanceTimersByTimeAsync(undoMs * 2);
    expect(sent).toEqual(["b"]);
    expect(desk.states().has("a")).toBe(false);
  });

  test("all of them are taken back at once", async () => {
    const { desk, sent, told } = made();
    desk.approve(["a"]);
    desk.approve(["b"]);
    desk.undo();
    await vi.advanceTimersByTimeAsync(undoMs * 2);
    expect(sent).toEqual([]);
    expect(told).toEqual([]);
  });

  test("one approved again after it was taken back has its five seconds anew", async () => {
    const { desk, sent } = made();
    desk.approve(["a"]);
    await vi.advanceTimersByTimeAsync(undoMs - 1_000);
    desk.undo("a");
    desk.approve(["a"]);
    await vi.advanceTimersByTimeAsync(undoMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["a"]);
  });

  test("one that is refused holds up no other, and says why", async () => {
    const { desk, told } = made({ b: "It was cancelled." });
    desk.approve(["a", "b", "c"]);
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(told).toEqual([
      { approved: ["a", "c"], refused: [{ id: "b", why: "It was cancelled." }] },
    ]);
    expect(desk.states().get("b")).toEqual({ kind: "Refused", why: "It was cancelled." });
    // It can be tried again.
    desk.approve(["b"]);
    expect(desk.held()).toEqual(["b"]);
  });

  test("who leaves meant what they pressed: what is held goes at once, and once", async () => {
    const { desk, sent } = made();
    desk.approve(["a"]);
    desk.sendHeld();
    desk.sendHeld();
    await vi.advanceTimersByTimeAsync(undoMs * 2);
    expect(sent).toEqual(["a"]);
  });

  test("one that is on its way is not sent twice", async () => {
    const { desk, sent } = made();
    desk.approve(["a"]);
    desk.approve(["a"]);
    await vi.advanceTimersByTimeAsync(undoMs * 2);
    desk.approve(["a"]);
    await vi.advanceTimersByTimeAsync(undoMs * 2);
    expect(sent).toEqual(["a"]);
  });

  test("whoever leaves can wait for the answers, of what was on its way before as well", async () => {
    const answers: (() => void)[] = [];
    const desk = new ApprovalDesk(
      () => new Promise((resolve) => answers.push(() => resolve(null))),
    );
    desk.approve(["a"]);
    await vi.advanceTimersByTimeAsync(undoMs);
    desk.approve(["b"]);
    let isDone = false;
    const sent = desk.sendHeld().then(() => (isDone = true));
    expect(answers).toHaveLength(2);
    answers[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(isDone).toBe(false);
    answers[0]?.();
    await sent;
    expect([...desk.states().values()].map(({ kind }) => kind)).toEqual(["Approved", "Approved"]);
  });

  test("what was decided elsewhere is sent at once to hear why, and the others keep their time", async () => {
    const { desk, sent } = made({ a: "It was rejected." });
    desk.approve(["a", "b"]);
    desk.sendUnlessOpen((id) => id !== "a");
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.states().get("a")).toEqual({ kind: "Refused", why: "It was rejected." });
    expect(desk.held()).toEqual(["b"]);
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(sent).toEqual(["a", "b"]);
  });
});

describe("a desk that is left", () => {
  test("sends all at once: what waits for its turn would never have it", async () => {
    const answers: (() => void)[] = [];
    const send = () => new Promise<null>((resolve) => answers.push(() => resolve(null)));
    const desk = new ApprovalDesk(send);
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    desk.approve(ids);
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(answers).toHaveLength(4);
    expect(desk.unanswered()).toEqual(ids);
    const left = desk.sendHeld();
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(ids.length);
    for (const answer of answers) answer();
    expect(await left).toEqual([]);
    expect(desk.unanswered()).toEqual([]);

    // Where the page stands nevertheless, a few at once go as before.
    const more = ids.map((id) => `${id}2`);
    desk.approve(more);
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(answers).toHaveLength(ids.length + 4);
    answers[ids.length]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(ids.length + 5);
  });

  test("says what was refused, also of what was on its way", async () => {
    const { desk } = made({ a: "It was cancelled." });
    desk.approve(["a", "b"]);
    expect(await desk.sendHeld()).toEqual([{ id: "a", why: "It was cancelled." }]);
  });
});

describe("signing out", () => {
  /** A desk as a page has it. */
  const registered = (desk: ApprovalDesk) =>
    sendBeforeSignOut({
      send: async () => (await desk.sendHeld()).map(({ id, why }) => ({ name: `No. ${id}`, why })),
      left: () => desk.unanswered().map((id) => `No. ${id}`),
    });

  test("sends what is held first, and says what is left of it and what was refused", async () => {
    let refuse = (_why: string) => {};
    const desk = new ApprovalDesk(() => new Promise((resolve) => (refuse = resolve)));
    const stop = registered(desk);
    desk.approve(["a"]);
    const { left, done } = sendAllBeforeSignOut();
    expect(left()).toEqual(["No. a"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left()).toEqual(["No. a"]);
    refuse("It was cancelled.");
    expect(await done).toEqual([{ name: "No. a", why: "It was cancelled." }]);
    expect(left()).toEqual([]);
    stop();
  });

  test("waits as well for a page that was left meanwhile", async () => {
    let answer = () => {};
    const desk = new ApprovalDesk(() => new Promise((resolve) => (answer = () => resolve(null))));
    desk.approve(["a"]);
    registered(desk)();
    const { left, done } = sendAllBeforeSignOut();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(left()).toEqual(["No. a"]);
    answer();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await done).toEqual([]);
    expect(sendAllBeforeSignOut().left()).toEqual([]);
  });
});

describe("signing out in another window", () => {
  beforeEach(() => void vi.useRealTimers());

  /** Another window of the browser, which has this to send. */
  async function otherWindow(answer: Promise<string | null>) {
    vi.resetModules();
    const other = await import("@/components/account/before-sign-out");
    const desk = new ApprovalDesk(() => answer);
    desk.approve(["a"]);
    const stop = other.sendBeforeSignOut({
      send: async () => (await desk.sendHeld()).map(({ id, why }) => ({ name: id, why })),
      left: () => desk.unanswered(),
    });
    return { desk, stop };
  }

  test("has it send first, and waits for its answers", async () => {
    let answer = (_why: string | null) => {};
    const { desk, stop } = await otherWindow(new Promise((resolve) => (answer = resolve)));
    const { left, done } = askOthers();
    await vi.waitFor(() => expect(left()).toEqual(["a"]));
    expect(desk.held()).toEqual([]);
    let isDone = false;
    void done.then(() => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(isDone).toBe(false);
    answer("It was cancelled.");
    expect(await done).toEqual([{ name: "a", why: "It was cancelled." }]);
    stop();
  });

  test("takes a moment where no other has anything to send", async () => {
    const { left, done } = askOthers();
    expect(await done).toEqual([]);
    expect(left()).toEqual([]);
  });
});
