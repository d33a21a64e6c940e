"use client";

import { CirclePower, Play, Wrench } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { FieldsAction } from "@/lib/http/action";
import type { SetStationStatus, StationView } from "@/lib/sites/stations/schema";

import { ActionButton } from "../form/action-button";

type Action = FieldsAction<{ id: string } & SetStationStatus>;

/** Opens or repairs a station. */
export function StatusButtons({
  station,
  action,
}: {
  station: Pick<StationView, "id" | "can" | "opensWhenReady">;
  action: Action;
}) {
  const t = useTranslations("stationAdmin");
  const { id, can, opensWhenReady } = station;
  const opens = can.includes("activate");
  const common = { action, look: "secondary" as const, size: "sm" as const };
  return (
    <>
      {opens && (
        <ActionButton
          {...common}
          input={{ id, status: "Active" }}
          label={t(opensWhenReady ? "openNow" : "activate")}
          icon={<Play aria-hidden />}
          done={t("activated")}
        />
      )}
      {!opens && can.includes("maintain") && (
        <ActionButton
          {...common}
          input={{ id, status: "Maintenance" }}
          label={t("maintain")}
          icon={<Wrench aria-hidden />}
          done={t("maintained")}
          ask={{
            title: t("maintainTitle"),
            text: t("maintainText"),
            confirm: t("maintain"),
            reason: "optional",
          }}
        />
      )}
    </>
  );
}

/** Closes a station, apart from what is done every day; a refusal says which days still have bookings. */
export function DeactivateButton({
  station: { id, can },
  action,
  dayPath,
}: {
  station: Pick<StationView, "id" | "can">;
  action: Action;
  /** Where the station's bookings are shown, by day: an address that a `date`, or `from` and `to`, can be added to. */
  dayPath: string;
}) {
  const t = useTranslations("stationAdmin");
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  if (!can.includes("deactivate")) return null;
  return (
    <ActionButton
      action={action}
      size="sm"
      look="danger"
      input={{ id, status: "Inactive" }}
      label={t("deactivate")}
      icon={<CirclePower aria-hidden />}
      done={t("deactivated")}
      ask={{
        title: t("deactivateTitle"),
        text: t("deactivateText"),
        confirm: t("deactivate"),
        reason: "optional",
        renderRefusal: ({ dates }) =>
          Array.isArray(dates) && (
            <ul className="flex flex-wrap gap-2 text-sm">
              {dates.map((date: string) => (
                <li key={date}>
                  <Link href={`${dayPath}&date=${date}&from=${date}&to=${date}`} className="link">
                    {day(date)}
                  </Link>
                </li>
              ))}
            </ul>
          ),
      }}
    />
  );
}
