import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { sendAllBeforeSignOut, sendBeforeSignOut } from "@/components/account/before-sign-out";
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

describe("signing out", () => {
  test("waits for what is to be sent first, also where its page was left meanwhile", async () => {
    const { desk, sent } = made();
    const stop = sendBeforeSignOut(() => desk.sendHeld());
    desk.approve(["a"]);
    await sendAllBeforeSignOut();
    expect(sent).toEqual(["a"]);
    expect(desk.states().get("a")).toEqual({ kind: "Approved" });

    let answer = () => {};
    const slow = sendBeforeSignOut(() => new Promise<void>((resolve) => (answer = resolve)));
    slow();
    let isDone = false;
    const all = sendAllBeforeSignOut().then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isDone).toBe(false);
    answer();
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    stop();
  });

  test("does not wait for ever", async () => {
    const stop = sendBeforeSignOut(() => new Promise(() => {}));
    let isDone = false;
    const all = sendAllBeforeSignOut().then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await all;
    expect(isDone).toBe(true);
    stop();
  });
});
