"use client";

import { CirclePower, Play, Wrench } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";

import type { FieldsAction } from "@/lib/http/action";
import type { SetStationStatus, StationView } from "@/lib/sites/stations/schema";

import { ActionButton } from "../form/action-button";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";

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
          ask={
            opensWhenReady
              ? { title: t("openNowTitle"), text: t("openNowText"), confirm: t("openNow") }
              : undefined
          }
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

interface InTheWay {
  readonly count: number;
  /** Days in the station's zone. */
  readonly dates: readonly string[];
}

/**
 * Closes a station, apart from what is done every day. Where bookings stand in the way it says so, and on which days,
 * instead of asking for a reason first.
 */
export function DeactivateButton({
  station: { id, can },
  inTheWay,
  action,
  dayPath,
}: {
  station: Pick<StationView, "id" | "can">;
  inTheWay: InTheWay;
  action: Action;
  /** Where the station's bookings are shown, by day: an address that a `date`, or `from` and `to`, can be added to. */
  dayPath: string;
}) {
  const t = useTranslations("stationAdmin");
  const ui = useTranslations("ui");
  const [isOpen, setOpen] = useState(false);
  if (!can.includes("deactivate")) return null;
  if (inTheWay.count > 0) {
    return (
      <>
        <Button look="to-danger" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <CirclePower aria-hidden />
          {t("deactivate")}
        </Button>
        <Dialog title={t("notYetTitle")} open={isOpen} onOpenChange={setOpen}>
          <DialogBody>
            <div className="space-y-4">
              <p>{t("notYet", { count: inTheWay.count })}</p>
              <DayLinks dates={inTheWay.dates} dayPath={dayPath} />
            </div>
          </DialogBody>
          <DialogFooter>
            <Button look="secondary" onClick={() => setOpen(false)}>
              {ui("goBack")}
            </Button>
          </DialogFooter>
        </Dialog>
      </>
    );
  }
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
        // Somebody booked while this page was open.
        renderRefusal: ({ dates }) =>
          Array.isArray(dates) && <DayLinks dates={dates} dayPath={dayPath} />,
      }}
    />
  );
}

function DayLinks({ dates, dayPath }: { dates: readonly string[]; dayPath: string }) {
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
      {dates.map((date) => (
        <li key={date}>
          <Link href={`${dayPath}&date=${date}&from=${date}&to=${date}`} className="link">
            {day(date)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
