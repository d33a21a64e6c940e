import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import { ClientMessages } from "@/components/i18n/client-messages";
import { HoldsCard } from "@/components/schedule-grid/holds-card";
import { LazyScheduleEditor } from "@/components/schedule-grid/lazy-schedule-editor";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PlacesLine } from "@/components/station/places-line";
import { zoneName } from "@/components/station/zone-name";
import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/calendar";
import { listHolds, readSchedule } from "@/lib/sites/schedules";
import { readManagedStation } from "@/lib/sites/stations";

import {
  addOneHold,
  changeHold,
  dropHold,
  preview,
  previewOneHold,
  save,
} from "./schedule-actions";

/** When a station is open: the week, the dates that differ, and what is out of service for a while. */
export async function showSchedule(ctx: Context, area: Area, stationId: string) {
  const t = await getTranslations("scheduleEditor");
  const list = await getTranslations("stationAdmin");
  const station = await readManagedStation(ctx, stationId);
  const schedule = await readSchedule(ctx, { stationId });
  const now = ctx.clock.now();
  const holds = await listHolds(ctx, { stationId, past: false, page: 1, limit: 100 });
  return (
    <ClientMessages of={["scheduleEditor", "places"]}>
      <LiveRefresh of={["schedule.", "booking.", "station."]} />
      <Breadcrumbs
        trail={[
          { title: list("title"), href: `/${area}/stations` },
          { title: station.name, href: `/${area}/stations/${stationId}` },
        ]}
      />
      <PageHead
        title={t("title", { name: station.name })}
        lead={t("lead", { zone: zoneName(station.timeZone) })}
      />
      <div className="space-y-6">
        <PlacesLine connectors={station.connectors} />
        <LazyScheduleEditor
          schedule={schedule}
          today={calendarDay(now, station.timeZone)}
          asOf={now.toISOString()}
          actions={{ preview, save }}
          next={station.opensWhenReady ? `/${area}/stations/${stationId}?step=hours` : undefined}
        />
        <HoldsCard
          stationId={stationId}
          timeZone={station.timeZone}
          connectors={station.connectors}
          holds={holds.items}
          preview={previewOneHold}
          add={addOneHold}
          change={changeHold}
          remove={dropHold}
        />
      </div>
    </ClientMessages>
  );
}
