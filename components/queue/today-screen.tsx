"use client";

import { CalendarRange, ScanLine } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";

import type { BookingActions } from "../booking/booking-buttons";
import { useActs } from "../offline/use-acts";
import { useKeptQueue } from "../offline/use-kept-queue";
import type { GateStation } from "../scan/free-connectors";
import { zoneName } from "../station/zone-name";
import { ButtonLink } from "../ui/button-link";
import { cn } from "../ui/class-names";
import { ActionBar, barButtonClass } from "./action-bar";
import { ApprovalRows } from "./approval-rows";
import { ArrivalRows } from "./arrival-rows";
import { countWaiting } from "./count-waiting";
import { type Concerned, ExceptionRows } from "./exception-rows";
import { IconCount } from "./icon-count";
import { ListLinks } from "./list-links";
import { ofStation, queueOnPhone } from "./on-phone";
import { QueueSection } from "./queue-section";
import { SessionRows } from "./session-rows";
import type { SettleAction } from "./settle-button";
import { StationChoice } from "./station-choice";
import { useStation } from "./use-station";
import { useTicking } from "./use-ticking";

/** The four lists of an operator's shift, as the server and this phone know them. */
export function TodayScreen({
  initial,
  stations,
  concerned,
  actions,
  settle,
  icons,
}: {
  initial: QueueView;
  stations: readonly GateStation[];
  concerned: Concerned;
  actions: BookingActions;
  settle: SettleAction;
  /** Of the four lists, drawn on the server. */
  icons: Readonly<Record<"arrivals" | "approvals" | "inProgress" | "exceptions", ReactNode>>;
}) {
  const t = useTranslations("queue");
  const kept = useKeptQueue(initial);
  const { acts } = useActs();
  const now = useTicking(Date.parse(initial.serverTime));
  const [stationId, choose] = useStation(stations);
  const lists = ofStation(queueOnPhone(kept.queue, acts), stationId);
  const rows = {
    now,
    actions,
    isAway: kept.isReached === false,
    namesStation: stationId === null && stations.length > 1,
  };
  const day = <DayLink stationId={stationId ?? stations[0]?.id} />;
  return (
    <div className="space-y-4 pb-20 lg:pb-0">
      <IconCount count={countWaiting(kept.queue, now)} />
      <Head now={now} stations={stations} stationId={stationId} />
      {stations.length > 1 && (
        <StationChoice stations={stations} value={stationId} onChange={choose} />
      )}
      <ListLinks
        label={t("lists")}
        lists={(["arrivals", "approvals", "inProgress", "exceptions"] as const).map((id) => ({
          id,
          name: t(id),
          count: lists[id].length,
        }))}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <QueueSection
            id="arrivals"
            icon={icons.arrivals}
            title={t("arrivals")}
            count={lists.arrivals.length}
            empty={<Empty text={t("noArrivals")}>{day}</Empty>}
          >
            <ArrivalRows rows={lists.arrivals} {...rows} />
          </QueueSection>
          <QueueSection
            id="approvals"
            icon={icons.approvals}
            title={t("approvals")}
            count={lists.approvals.length}
            empty={<Empty text={t("noApprovals")} />}
          >
            <ApprovalRows rows={lists.approvals} {...rows} />
          </QueueSection>
        </div>
        <div className="space-y-4">
          <QueueSection
            id="inProgress"
            icon={icons.inProgress}
            title={t("inProgress")}
            count={lists.inProgress.length}
            empty={<Empty text={t("noSessions")} />}
          >
            <SessionRows rows={lists.inProgress} now={now} namesStation={rows.namesStation} />
          </QueueSection>
          <QueueSection
            id="exceptions"
            icon={icons.exceptions}
            title={t("exceptions")}
            count={lists.exceptions.length}
            empty={<Empty text={t("noExceptions")} />}
          >
            <ExceptionRows
              rows={lists.exceptions}
              concerned={concerned}
              settle={settle}
              {...rows}
            />
          </QueueSection>
        </div>
      </div>
      <ActionBar phoneOnly>
        <ScanLink className={cn(barButtonClass, "flex-1")} />
      </ActionBar>
    </div>
  );
}

function Head({
  now,
  stations,
  stationId,
}: {
  now: number;
  stations: readonly GateStation[];
  stationId: string | null;
}) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const shown = stations.filter(({ id }) => stationId === null || id === stationId);
  const zones = [...new Set(shown.map(({ timeZone }) => timeZone))];
  const [timeZone = "UTC"] = zones;
  const day = format.dateTime(now, { weekday: "long", day: "numeric", month: "long", timeZone });
  return (
    <header className="flex items-end justify-between gap-4">
      <div>
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">
          {t("lead", { day, zones: format.list(zones.map(zoneName)) })}
        </p>
      </div>
      <ScanLink className="max-lg:hidden" />
    </header>
  );
}

/** The way to what an operator does most: let a car in. */
function ScanLink({ className }: { className?: string }) {
  const t = useTranslations("queue");
  return (
    <ButtonLink href="/operator/scan" size="lg" className={className}>
      <ScanLine aria-hidden />
      {t("scan")}
    </ButtonLink>
  );
}

function DayLink({ stationId }: { stationId: string | undefined }) {
  const t = useTranslations("queue");
  if (stationId === undefined) return null;
  return (
    <ButtonLink href={`/operator/day?stationId=${stationId}`} look="secondary">
      <CalendarRange aria-hidden />
      {t("seeDay")}
    </ButtonLink>
  );
}

function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p>{text}</p>
      {children}
    </div>
  );
}
