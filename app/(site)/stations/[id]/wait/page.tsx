import { CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import {
  addressOf,
  type CarNeed,
  needInput,
  readNeed,
  withNeed,
} from "@/components/station/car-need";
import { textOf } from "@/components/table/table-state";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readWaiting } from "@/lib/charging/waiting";
import { JoinWaiting, type WaitingView } from "@/lib/charging/waiting/schema";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";
import { readPublishedSettings } from "@/lib/records/settings";
import { readFreeRun } from "@/lib/sites/schedules";
import { readStation } from "@/lib/sites/stations";
import type { StationView } from "@/lib/sites/stations/schema";

import type { Part } from "../book/choice";
import { When } from "../book/when";
import { Join } from "./join";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waiting"))("joinTitle") };
}

export default page({
  area: "site",
  permission: "waiting.join",
  run: async (ctx, { params, searchParams }) => {
    const t = await getTranslations("waiting");
    const station = await readStation(ctx, params.id ?? "");
    const need = readNeed(addressOf(searchParams));
    const time = timeOf(ctx, searchParams);
    const stationPath = withNeed(`/stations/${station.id}`, need);
    return (
      <div className="shell max-w-3xl py-6 sm:py-10">
        <BackLink href={stationPath}>{t("backToTimes")}</BackLink>
        <h1 className="mt-2 text-2xl font-semibold">{t("joinTitle")}</h1>
        <p className="mt-1 text-ink-soft">
          {station.name}, {station.address}
        </p>
        <div className="mt-6 space-y-5">
          {station.takesBookings && !station.can.includes("book") ? (
            <Notice kind="warning">{(await getTranslations("station"))("deactivated")}</Notice>
          ) : time && station.takesBookings ? (
            <Line {...{ ctx, station, need, time }} />
          ) : (
            <Card>
              <EmptyState
                icon={CalendarX2}
                title={t("noSuchTime")}
                action={<ButtonLink href={stationPath}>{t("backToTimes")}</ButtonLink>}
              >
                {t("noSuchTimeText")}
              </EmptyState>
            </Card>
          )}
        </div>
      </div>
    );
  },
});

interface Time {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The time that an address names; null where it names none, or one that has begun. */
function timeOf(ctx: Context, search: Parameters<typeof textOf>[0]): Time | null {
  const { success, data } = JoinWaiting.safeParse({
    startsAt: textOf(search, "startsAt"),
    endsAt: textOf(search, "endsAt"),
  });
  return success && data.startsAt > ctx.clock.now() ? data : null;
}

interface Asked {
  readonly ctx: Context;
  readonly station: StationView;
  readonly need: CarNeed;
  readonly time: Time;
}

/** When it is, and what can be done about it: to wait, unless the reader does already or a place is free. */
async function Line({ ctx, station, need, time }: Asked) {
  const [startsAt, endsAt] = [time.startsAt.toISOString(), time.endsAt.toISOString()];
  const run = [{ startsAt, endsAt }];
  const part: Part = { ctx, station, choice: { run, count: 1, startsAt, endsAt, need } };
  const own = (await readWaiting(ctx, { stationId: station.id })).find(
    (entry) =>
      entry.can.includes("leave") && entry.startsAt === startsAt && entry.endsAt === endsAt,
  );
  return (
    <>
      <When {...part} />
      {own ? (
        <Already entry={own} />
      ) : (await isFree({ ctx, station, need, time })) ? (
        <Free {...part} />
      ) : (
        <Join {...part} {...await readPublishedSettings(ctx, ownerOf(station))} />
      )}
    </>
  );
}

const ownerOf = ({ id: stationId, businessId }: StationView) => ({ stationId, businessId });

/** Whether the car finds a place for all of that time after all. */
async function isFree({ ctx, station, need, time }: Asked): Promise<boolean> {
  const { maxSlotsPerBooking: most } = await readPublishedSettings(ctx, ownerOf(station));
  const asked = { stationId: station.id, startsAt: time.startsAt, most, ...needInput(need) };
  const { slots } = await readFreeRun(ctx, asked);
  if (slots[0]?.startsAt !== time.startsAt.toISOString()) return false;
  return slots.some(({ endsAt }) => endsAt === time.endsAt.toISOString());
}

async function Free({ station, choice: { startsAt, endsAt, need } }: Part) {
  const t = await getTranslations("waiting");
  const times = new URLSearchParams({ startsAt, endsAt });
  const path = withNeed(`/stations/${station.id}/book`, need);
  return (
    <Card className="space-y-4">
      <Notice kind="success" title={t("freeNow")}>
        {t("freeNowText")}
      </Notice>
      <ButtonLink href={`${path}${path.includes("?") ? "&" : "?"}${times}`}>{t("book")}</ButtonLink>
    </Card>
  );
}

async function Already({ entry }: { entry: WaitingView }) {
  const t = await getTranslations("waiting");
  return (
    <Card className="space-y-4">
      <Notice
        kind="success"
        title={
          entry.offerId
            ? t("held")
            : `${t("alreadyTitle")}: ${t("inLine", { rank: entry.rank ?? 1 })}`
        }
      >
        {t(entry.offerId ? "heldText" : "alreadyText")}
      </Notice>
      <ButtonLink href="/owner/bookings">{t("toMine")}</ButtonLink>
    </Card>
  );
}
