"use client";

import { MoveRight } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { BookingView } from "@/lib/charging/bookings/schema";

import { ActionButton } from "../form/action-button";
import { askedReason } from "../form/asked-reason";
import { zoneName } from "../station/zone-name";
import { late } from "../ui/late";
import { BookingTime } from "./booking-time";
import { useAskedWords } from "./booked-for";
import { type FreeStart, nearestStart } from "./free-starts";

// With its window: most who see the button never press it.
const FreeTimeField = late(
  () => import("./free-time-field").then((file) => file.FreeTimeField),
  // Whoever is faster than the choice reads to what time it goes.
  ({ label, preset, timeZone }) =>
    preset && (
      <p>
        {label}: <BookingTime {...preset} timeZone={timeZone} />
      </p>
    ),
);

const FreeNearby = late(() => import("./free-nearby").then((file) => file.FreeNearby));

/** Takes a time as `start/end`. */
export type MoveAction = FieldsAction<{ id: string; time: string; reason: string }>;

/** Moves a booking to one of the free times of its station. */
export function MoveButton({
  booking,
  starts,
  timeZone,
  action,
  initial,
  size = "sm",
}: {
  booking: Pick<
    BookingView,
    | "id"
    | "can"
    | "number"
    | "stationId"
    | "ownerName"
    | "startsAt"
    | "endsAt"
    | "conflict"
    | "asksReason"
    | "standard"
    | "minPowerKw"
  >;
  starts: readonly FreeStart[];
  timeZone: string;
  action: MoveAction;
  /** The start that is chosen to begin with; by itself the free one nearest to the present start. */
  initial?: string;
  size?: "sm" | "md";
}) {
  const t = useTranslations("staffBookings");
  const { id, number } = booking;
  const owner = booking.ownerName ?? t("guest");
  const asked = useAskedWords()(booking);
  const preset = nearestStart(starts, Date.parse(initial ?? booking.startsAt));
  return (
    <ActionButton
      action={action}
      input={{ id }}
      label={t("move")}
      icon={<MoveRight aria-hidden />}
      size={size}
      // What waits is approved first of all.
      look={booking.can.includes("approve") ? "secondary" : "primary"}
      disabled={starts.length === 0}
      done={t("moved", { number })}
      ask={{
        title: t("moveTitle", { number }),
        text: t("moveText", { owner, zone: zoneName(timeZone) }),
        confirm: t("moveConfirm"),
        reason: askedReason(booking, "move"),
        renderFields: (errorAt) => (
          <>
            {/* Whoever is faster than the choice below moves it to the time that it proposes. */}
            {preset && (
              <input type="hidden" name="time" value={`${preset.startsAt}/${preset.endsAt}`} />
            )}
            <FreeTimeField
              name="time"
              label={t("newTime")}
              hint={asked && t("newTimeFor", { need: asked })}
              error={errorAt("startsAt") ?? errorAt("endsAt")}
              {...{ starts, preset, timeZone }}
            />
            {booking.conflict && <FreeNearby booking={booking} />}
          </>
        ),
      }}
    />
  );
}
