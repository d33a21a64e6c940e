import { ArrowLeft, CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { freeRun } from "@/components/station/free-run";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { page } from "@/lib/http/page";
import { readAvailability } from "@/lib/sites/schedules";
import { readPublishedSettings } from "@/lib/records/settings";
import { readStation } from "@/lib/sites/stations";

import { Confirm } from "./confirm";
import { Policy } from "./policy";
import { Price } from "./price";
import { When } from "./when";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("book");
  return { title: t("title") };
}

export default page({
  area: "site",
  permission: "booking.create",
  run: async (ctx, { params, searchParams }) => {
    const t = await getTranslations("book");
    const stationId = params.id ?? "";
    const station = await readStation(ctx, stationId);
    const slots = await readAvailability(ctx, { stationId });
    const { maxSlotsPerBooking } = await readPublishedSettings(ctx, {
      stationId,
      businessId: station.businessId,
    });
    const run = freeRun(slots, String(searchParams.startsAt), maxSlotsPerBooking);
    const count = Math.min(Math.max(Number(searchParams.slots) || 1, 1), run.length);
    const [first, last] = [run[0], run[count - 1]];
    const choice = first && last && { run, count, startsAt: first.startsAt, endsAt: last.endsAt };
    return (
      <div className="shell max-w-3xl py-6 sm:py-10">
        <Link
          href={`/stations/${stationId}`}
          className="-ml-2 inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <h1 className="mt-2 text-2xl font-semibold">{t("heading")}</h1>
        <p className="mt-1 text-ink-soft">
          {station.name}, {station.address}
        </p>
        <div className="mt-6 space-y-5">
          {choice ? (
            <>
              <When {...{ ctx, station, choice }} />
              <Price {...{ ctx, station, choice }} />
              <Policy {...{ ctx, station, choice }} />
              <Confirm {...{ ctx, station, choice }} />
            </>
          ) : (
            <Card>
              <EmptyState
                icon={CalendarX2}
                title={t("gone")}
                action={<ButtonLink href={`/stations/${stationId}`}>{t("back")}</ButtonLink>}
              >
                {t("goneText")}
              </EmptyState>
            </Card>
          )}
        </div>
      </div>
    );
  },
});
