import { changeGroup, flagConflicts, lockBookingRow } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { transition } from "@/lib/core/transitions";

import { sessionMachine } from "./rules";
import { findPlaces, lockChoosing, shareStation, updateSessionRow } from "./store/sessions";
import type { SessionRow } from "./store/sessions";
import { tellSession } from "./tell-session";

/**
 * Lets nobody else choose a connector of the station, or take one out of service, nor change the session's booking; before
 * the session is locked, in the order of all who let cars in.
 */
export async function lockConnectors(
  ctx: Context,
  { stationId, bookingId }: Pick<SessionRow, "stationId" | "bookingId">,
): Promise<void> {
  await shareStation(ctx, stationId);
  await lockBookingRow(ctx, bookingId);
  await lockChoosing(ctx, stationId);
}

/**
 * Moves a locked session to another connector of its station that is in service and free, behind `lockConnectors`, and its
 * booking to the connector's group of places; the same again changes nothing. Throws `session.ended`, `connector.not_found` or `session.connector_busy`.
 */
export async function changeConnector(
  ctx: Context,
  session: SessionRow,
  connectorId: string,
): Promise<void> {
  if (connectorId === session.connectorId && session.status === "Active") return;
  const places = await findPlaces(ctx, session.stationId);
  const place = places.find(({ id }) => id === connectorId);
  await transition(ctx, sessionMachine, session, {
    action: "changeConnector",
    changes: { connector: [session.connectorNumber, place?.number ?? null] },
    payload: tellSession,
    update: async (step) => {
      if (!place) throw failField("connector.not_found", "connectorId");
      if (place.busy) throw failField("session.connector_busy", "connectorId");
      const isChanged = await updateSessionRow(ctx, session.id, step, { connectorId });
      if (!isChanged) return null;
      const booking = await lockBookingRow(ctx, session.bookingId);
      // Among places that are alike too, it may stand in another car's way where some of them close.
      const isElsewhere = booking && (await changeGroup(ctx, booking, place));
      if (!isElsewhere) await flagConflicts(ctx, [session.stationId]);
      return { ...session, connectorId };
    },
  });
}
