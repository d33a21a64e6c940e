import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { readCode, recognize } from "@/components/offline/recognize";
import { minuteMs } from "@/lib/core/durations";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const opens = Date.parse("2026-06-01T11:45:00.000Z");
const closes = Date.parse("2026-06-01T12:30:00.000Z");
const token = "v1.eyJiIjoiMDE5OGEwMDAifQ.4l4S_q4wT9eB3nR0mUe1sYxkV7h2c5dJtQp8zWg6aFo";

const arrival = (id: string, code: string, qr: string) => ({
  id,
  opensAt: new Date(opens).toISOString(),
  closesAt: new Date(closes).toISOString(),
  tokenSha256: sha256(qr),
  codeCheck: sha256(`${id}:${code}`).slice(0, 8),
});
const grace = arrival("0198a000-0000-7000-8000-000000000001", "7F3K29QD", token);
const ravi = arrival("0198a000-0000-7000-8000-000000000002", "QTR7NWNR", "v1.other.token");
const queue = [ravi, grace];
const look = (text: string, now = opens, used: string[] = []) =>
  recognize(text, queue, { now, used: new Set(used) });

describe("who it is", () => {
  test.each(["7F3K29QD", "7f3k-29qd", " 7F3K 29QD ", token, `\n${token} `])("%j", async (text) => {
    expect(await look(text)).toEqual({ kind: "Arrival", arrival: grace });
  });

  test.each(["7F3K29QE", `${token.slice(0, -1)}p`])("%j is not known here", async (text) => {
    expect(await look(text)).toEqual({ kind: "Unknown" });
  });

  test.each(["", "7F3K29Q", "https://example.test/menu", "v1.only", "7F3K29QD!"])(
    "%j is not one of ours",
    async (text) => expect(await look(text)).toEqual({ kind: "NotOurs" }),
  );

  test("another booking's code says nothing of this one, as the check is of both", async () => {
    const swapped = [{ ...grace, codeCheck: ravi.codeCheck }];
    const found = await recognize("QTR7NWNR", swapped, { now: opens, used: new Set() });
    expect(found).toEqual({ kind: "Unknown" });
  });

  test("two that fit one short check are left to the server", async () => {
    const twice = await recognize("7F3K29QD", [grace, { ...grace, tokenSha256: "" }], {
      now: opens,
      used: new Set(),
    });
    expect(twice).toEqual({ kind: "Unknown" });
  });
});

describe("whether it is time, by the corrected clock", () => {
  test("both ends of the window are in it", async () => {
    expect(await look(token, opens)).toMatchObject({ kind: "Arrival" });
    expect(await look(token, closes)).toMatchObject({ kind: "Arrival" });
  });

  test("a millisecond before and after are not, and it says by how much", async () => {
    expect(await look(token, opens - 1)).toMatchObject({ kind: "Early", byMs: 1 });
    expect(await look(token, closes + 1)).toMatchObject({ kind: "Late", byMs: 1 });
    const early = await look(token, opens - 12 * minuteMs);
    expect(early).toEqual({ kind: "Early", arrival: grace, byMs: 12 * minuteMs });
  });
});

test("a code that this phone has let in already says so", async () => {
  expect(await look("7f3k-29qd", opens, [grace.id])).toEqual({ kind: "Used", arrival: grace });
});

test("what check-in takes is what was read", () => {
  expect(readCode(` ${token}\n`)).toEqual({ qr: token });
  expect(readCode("7f3k-29qd")).toEqual({ code: "7F3K29QD" });
});
