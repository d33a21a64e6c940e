import { rmSync } from "node:fs";
import { join } from "node:path";

import { sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { messages } from "@/db/schema/notifications";
import { systemClock } from "@/lib/core/clock";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { sendMessages } from "@/lib/insight/notifications";
import { transportsOf } from "@/lib/process/transports";
import { makeContext } from "@/lib/process/wiring";

import { makeClusterFolder } from "../support/cluster";
import { makeManyBookings } from "../support/many-bookings";
import { testConfig } from "../support/world";
import type { Figure } from "./figures";
import { startMailSink } from "./mail-sink";

const bench = "mails of one worker, each with its page and its calendar file";
/** As many bookings as are made a second at most, with a mail each. */
const least = 500;
const count = 5_000;

/** Mails that tell of bookings, by SMTP, their pages made by React's slower build for developers, on a database that flushes to the disk. */
export async function mails(): Promise<Figure[]> {
  const home = makeClusterFolder();
  const server = await startEmbedded({ directory: join(home, "postgres") });
  const { db, close } = createDatabase(server.url);
  const sink = await startMailSink();
  try {
    await migrate(server.url);
    await makeManyBookings(db);
    const actor = jobActor("messages");
    const ctx = makeContext({ db, actor, clock: systemClock, config: testConfig });
    const ways = transportsOf({ SMTP_URL: sink.url, MAIL_FROM: "Baybook <bench@baybook.test>" });
    await writeMails(db, 200);
    await sendMessages(ctx, ways, 60_000);
    await writeMails(db, count);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { sent } = await sendMessages(ctx, ways, 120_000);
    const { user, system } = process.cpuUsage(used);
    const perSecond = (sent / (performance.now() - began)) * 1_000;
    if (sent !== count || sink.taken() !== count + 200) throw new Error(`${sent} mails were sent.`);
    return [
      {
        bench,
        what: "sent by SMTP",
        // With what takes them, which does little.
        figure: `${perSecond.toFixed(0)} a second, ${((user + system) / 1_000 / sent).toFixed(2)} ms of processor each`,
        reach: `≥ ${least} a second`,
        reached: perSecond >= least,
      },
    ];
  } finally {
    await close();
    await server.stop();
    await sink.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const nobody = { id: "", number: "", owner_id: "", name: "" };

/** So many that are due, half of them of bookings that wait for an answer, half of bookings that were approved. */
async function writeMails(db: Db, many: number): Promise<void> {
  const now = new Date();
  const told = await db.execute<{ id: string; number: string; owner_id: string; name: string }>(sql`
    select bookings.id, number, owner_id, stations.name from bookings
    join stations on stations.id = station_id limit 1000`);
  const rows = Array.from({ length: many }, (_, index) => {
    const { id, number, owner_id: userId, name } = told[index % told.length] ?? nobody;
    return {
      id: newId(),
      eventId: newId(),
      channel: "Email" as const,
      recipient: `driver-${index}@example.test`,
      userId,
      kind: index % 2 ? ("BookingRequested" as const) : ("BookingApproved" as const),
      locale: "en",
      values: {
        name: "Ravi",
        baseUrl: "http://baybook.test",
        role: "EvOwner",
        bookingId: id,
        number,
        station: name,
        timeZone: "America/New_York",
        startsAt: new Date(now.getTime() + 3_600_000).toISOString(),
        endsAt: new Date(now.getTime() + 7_200_000).toISOString(),
        unsubscribeKey: "key",
        topic: "bookings",
      },
      status: "Pending" as const,
      nextAttemptAt: new Date(now.getTime() - many + index),
      createdAt: now,
      inDigest: false,
    };
  });
  for (let from = 0; from < many; from += 1_000) {
    await db.insert(messages).values(rows.slice(from, from + 1_000));
  }
  await db.execute(sql`vacuum analyze messages`);
}
