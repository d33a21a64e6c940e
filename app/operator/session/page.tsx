import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { type FoundSession, SessionScreen } from "@/components/session-card/session-screen";
import { textOf } from "@/components/table/table-state";
import { listSessions, readReceipt, readSession } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";

import { cancel } from "@/app/_console/bookings/actions";
import { gateStations } from "../gate-stations";
import { todayQueue } from "../today-queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessionCard"))("title") };
}

export default page({
  area: "operator",
  permission: "session.read",
  run: async (ctx, { searchParams }) => {
    const bookingId = textOf(searchParams, "booking") ?? "";
    const [queue, stations, found] = await Promise.all([
      todayQueue(),
      gateStations(ctx),
      findSession(ctx, bookingId),
    ]);
    return (
      <ClientMessages
        of={["queue", "sessionCard", "finalize", "scan", "places", "staffBookings", "offline"]}
      >
        <LiveRefresh of={["session.", "booking."]} />
        <SessionScreen found={found} queue={queue} stations={stations} abort={cancel} />
      </ClientMessages>
    );
  },
});

/** The last session of a booking, with what its card shows beside; null where the reader sees none. */
async function findSession(ctx: Context, bookingId: string): Promise<FoundSession | null> {
  if (!isUuid(bookingId)) return null;
  const query = ListSessions.parse({ bookingId });
  const { items } = await listSessions(ctx, { ...query, page: 1, limit: 1 });
  const [last] = items;
  if (!last) return null;
  const session = await readSession(ctx, { id: last.id });
  const { receiptNumber: number } = session;
  return { session, receipt: number === null ? null : await readReceipt(ctx, { number }) };
}
