import { setTimeout as sleep } from "node:timers/promises";

import { expect, test } from "vitest";

import { makeShare } from "@/lib/core/share";

const busy = () => new Error("busy");
const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error) => error);

test("A3: so much runs at once, the rest in its order", async () => {
  const share = makeShare(2, { waitMs: 5_000, waiters: 10 });
  const order: number[] = [];
  let [running, most] = [0, 0];
  const work = (name: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(name);
    await sleep(10);
    running -= 1;
    return name;
  };
  const done = await Promise.all([1, 2, 3, 4, 5, 6].map((name) => share.take(work(name), busy)));
  expect([done, order, most]).toEqual([[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], 2]);
});

test("A3: who waits too long, or behind too many, is refused, and takes no place", async () => {
  const share = makeShare(1, { waitMs: 50, waiters: 1 });
  const { promise: held, resolve: end } = Promise.withResolvers<void>();
  const first = share.take(() => held, busy);
  const [second, third] = await Promise.all([
    refusal(share.take(async () => "second", busy)),
    refusal(share.take(async () => "third", busy)),
  ]);
  expect([second, third]).toEqual([busy(), busy()]);
  end();
  await first;
  expect(await share.take(async () => "fourth", busy)).toBe("fourth");
});

test("A3: work that fails gives its place back", async () => {
  const share = makeShare(1, { waitMs: 1_000, waiters: 5 });
  const failing = Promise.all(
    [1, 2, 3].map(() => refusal(share.take(() => Promise.reject(busy()), busy))),
  );
  expect(await failing).toEqual([busy(), busy(), busy()]);
  expect(await share.take(async () => "well", busy)).toBe("well");
});
