import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { rateLimits } from "@/db/schema/http";
import { compiled, wholeRow } from "@/lib/core/compiled";
import { constraintOf } from "@/lib/core/constraint-of";
import { BeginAnew, type Context, inTransaction, untilCommit } from "@/lib/core/context";
import { fail, isAppError } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { testConfig } from "../support/world";

type Row = typeof rateLimits.$inferSelect;

const { db } = await testDatabase();
const ctx = makeContext({ db, actor: jobActor("slots"), config: testConfig });
const windowEndsAt = new Date("2026-06-01T12:00:00.123Z");
const row = (bucket: string, hits = 1): Row => ({ bucket, hits, windowEndsAt });

const insert = compiled<Row, unknown>(({ db }, value) =>
  db.insert(rateLimits).values(wholeRow(rateLimits, value)),
);
const find = compiled<{ bucket: string; by?: Date | null }, Row[], boolean>(
  ({ db }, value, isDated) =>
    db
      .select()
      .from(rateLimits)
      .where(
        isDated
          ? sql`${rateLimits.bucket} = ${value("bucket")} and ${rateLimits.windowEndsAt} <= ${value("by")}::timestamptz`
          : eq(rateLimits.bucket, value("bucket")),
      ),
);
const kept = async (bucket: string) => (await find(ctx, { bucket }, false))[0] ?? null;

/** As a store sends what nobody waits for, with its own word for a bucket that is there already. */
const add = (ctx: Context, of: Row, refused: () => Error = () => fail("booking.overlap")) =>
  untilCommit(
    ctx,
    insert(ctx, of).catch((error: unknown) => {
      throw constraintOf(error) === "rate_limits_pkey" ? refused() : error;
    }),
  );

describe("a compiled statement", () => {
  it("sends its values as Drizzle does, and reads rows as Drizzle does", async () => {
    await insert(ctx, row("one", 7));
    const [drizzles] = await db.select().from(rateLimits).where(eq(rateLimits.bucket, "one"));
    expect(await kept("one")).toEqual(drizzles);
    expect(drizzles).toEqual(row("one", 7));
  });

  it("keeps a text for each shape, and takes instants and nothing as values", async () => {
    await insert(ctx, row("dated"));
    const dated = (by: Date | null) => find(ctx, { bucket: "dated", by }, true);
    expect(await dated(windowEndsAt)).toHaveLength(1);
    expect(await dated(new Date(windowEndsAt.getTime() - 1))).toHaveLength(0);
    expect(await dated(null)).toHaveLength(0);
    expect(await kept("dated")).toEqual(row("dated"));
  });

  it("is sent when it is called, in the order of the calls", async () => {
    const seen = await inTransaction(ctx, async (ctx) => {
      const before = find(ctx, { bucket: "ordered" }, false);
      const added = insert(ctx, row("ordered"));
      const after = find(ctx, { bucket: "ordered" }, false);
      return (await Promise.all([before, after, added])).slice(0, 2);
    });
    expect(seen).toEqual([[], [row("ordered")]]);
  });
});

describe("what is answered by the commit", () => {
  it("stands when the transaction has ended, whoever waited for it", async () => {
    await inTransaction(ctx, async (ctx) => {
      await add(ctx, row("a"));
      await add(ctx, row("b"));
    });
    expect([await kept("a"), await kept("b")]).toEqual([row("a"), row("b")]);
  });

  it("is refused by the transaction in the words of whoever sent it, and nothing stands", async () => {
    const word = await inTransaction(ctx, async (ctx) => {
      await add(ctx, row("c"));
      await add(ctx, row("a"));
      await add(ctx, row("d"));
      return "done";
    }).catch((error: unknown) => isAppError(error) && error.code);
    expect(word).toBe("booking.overlap");
    expect([await kept("c"), await kept("d")]).toEqual([null, null]);
  });

  it("is told before what failed for its sake", async () => {
    const word = await inTransaction(ctx, async (ctx) => {
      await add(ctx, row("a"));
      // Answered that the transaction is aborted.
      return find(ctx, { bucket: "a" }, false);
    }).catch((error: unknown) => isAppError(error) && error.code);
    expect(word).toBe("booking.overlap");
  });

  it("never hides what the work itself refused", async () => {
    const word = await inTransaction(ctx, async (ctx) => {
      await add(ctx, row("a"));
      throw fail("booking.in_past");
    }).catch((error: unknown) => isAppError(error) && error.code);
    expect(word).toBe("booking.in_past");
  });

  it("may begin the transaction anew", async () => {
    let times = 0;
    await inTransaction(ctx, async (ctx) => {
      times += 1;
      await add(ctx, row(times === 1 ? "a" : "anew"), () => new BeginAnew([]));
    });
    expect(times).toBe(2);
    expect(await kept("anew")).toEqual(row("anew"));
  });

  it("ends with a part of a transaction that is rolled back alone", async () => {
    await inTransaction(ctx, async (ctx) => {
      await add(ctx, row("outer"));
      await inTransaction(ctx, async (ctx) => {
        await add(ctx, row("inner"));
        await add(ctx, row("a"));
      }).catch(() => {});
      await add(ctx, row("outer 2"));
    });
    expect(await kept("outer")).toEqual(row("outer"));
    expect(await kept("outer 2")).toEqual(row("outer 2"));
    expect(await kept("inner")).toBeNull();
  });

  it("is waited for where there is no transaction", async () => {
    await expect(add(ctx, row("a"))).rejects.toSatisfy(isAppError);
  });

  it("leaves the connection as any other transaction does", async () => {
    const refusals = Array.from({ length: 60 }, (_, index) =>
      inTransaction(ctx, async (ctx) => {
        await add(ctx, row(`many ${index}`));
        if (index % 3 === 0) await add(ctx, row("a"));
        if (index % 3 === 1) throw fail("booking.in_past");
      }).then(
        () => "stands",
        (error: unknown) => isAppError(error) && error.code,
      ),
    );
    const told = await Promise.all(refusals);
    for (const [index, one] of told.entries()) {
      expect(one).toBe(["booking.overlap", "booking.in_past", "stands"][index % 3]);
      expect(await kept(`many ${index}`)).toEqual(index % 3 === 2 ? row(`many ${index}`) : null);
    }
    const [open] = await db.execute<{ count: string }>(
      sql`select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
    );
    expect(Number(open?.count)).toBe(0);
  });
});
