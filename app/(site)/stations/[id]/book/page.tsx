import { ArrowLeft, CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Estimate } from "@/components/station/estimate";
import { freeRun } from "@/components/station/free-run";
import type { ShownSlot } from "@/components/station/slot-days";
import { zoneName, zoneOffset } from "@/components/station/zone-names";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { Context } from "@/lib/core/context";
import { currencyDigits } from "@/lib/core/money";
import { page } from "@/lib/http/page";
import { readAvailability } from "@/lib/schedules";
import { readSettings } from "@/lib/settings";
import { readStation } from "@/lib/stations";
import type { StationView } from "@/lib/stations/schema";
import { estimatePrice, findTariff } from "@/lib/tariffs";

import { book } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("book");
  return { title: t("title") };
}

/** What is being booked: the chosen slots, of those that could be. */
interface Choice {
  readonly run: readonly ShownSlot[];
  readonly count: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

export default page({
  roles: ["EvOwner"],
  run: async (ctx, { params, searchParams }) => {
    const t = await getTranslations("book");
    const stationId = params.id ?? "";
    const station = await readStation(ctx, stationId);
    const slots = await readAvailability(ctx, { stationId });
    const { maxSlotsPerBooking } = await readSettings(ctx, {
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
              <When station={station} choice={choice} />
              <Price ctx={ctx} station={station} choice={choice} />
              <Policy ctx={ctx} station={station} choice={choice} />
              <Confirm ctx={ctx} stationId={stationId} choice={choice} />
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

async function When({ station, choice }: { station: StationView; choice: Choice }) {
  const t = await getTranslations("book");
  const format = await getFormatter();
  const timeZone = station.timeZone;
  const start = new Date(choice.startsAt);
  const clock = (at: string) =>
    format.dateTime(new Date(at), {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
  const day = format.dateTime(start, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  });
  return (
    <Card aria-labelledby="when">
      <CardHeader id="when" title={t("when")} />
      <p className="tabular text-xl font-semibold">
        {day}, {clock(choice.startsAt)}–{clock(choice.endsAt)}
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {zoneName(timeZone)}, {zoneOffset(timeZone, start)}
      </p>
      {choice.run.length > 1 && (
        <nav aria-label={t("howLong")} className="mt-4">
          <ul className="flex flex-wrap gap-2">
            {choice.run.map((slot, index) => (
              <li key={slot.startsAt}>
                <Link
                  replace
                  scroll={false}
                  href={`?startsAt=${choice.startsAt}&slots=${index + 1}`}
                  aria-current={index + 1 === choice.count ? "true" : undefined}
                  className={cn(
                    "tabular flex min-h-11 items-center rounded-md border px-4 text-sm font-medium hover:border-accent",
                    "aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft",
                  )}
                >
                  {t("untilTime", { time: clock(slot.endsAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Card>
  );
}

interface Part {
  ctx: Context;
  station: StationView;
  choice: Choice;
}

const minutesOf = ({ startsAt, endsAt }: Choice) =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

async function Price({ ctx, station, choice }: Part) {
  const t = await getTranslations("book");
  const tariff = await findTariff(ctx, station.id);
  if (!tariff) return null;
  const inService = station.connectors.filter(({ status }) => status === "Active");
  const powerW = Math.max(0, ...inService.map(({ maxPowerKw }) => maxPowerKw ?? 0)) * 1_000 || null;
  return (
    <Card aria-labelledby="estimate">
      <CardHeader id="estimate" title={t("estimate")} />
      <Estimate
        lines={estimatePrice(tariff, { minutes: minutesOf(choice), powerW })}
        mode={tariff.mode}
        currency={tariff.currency}
        digits={currencyDigits(tariff.currency)}
        taxPercent={tariff.taxMilliPercent / 1_000}
      />
    </Card>
  );
}

async function Policy({ ctx, station, choice }: Part) {
  const t = await getTranslations("book");
  const format = await getFormatter();
  const settings = await readSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const until = new Date(Date.parse(choice.startsAt) - settings.changeCutoffMinutes * 60_000);
  const hours = settings.changeCutoffMinutes / 60;
  const untilWords = format.dateTime(until, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: station.timeZone,
  });
  const rules = [
    t(station.approval === "Auto" ? "policyAuto" : "policyManual"),
    until > ctx.clock.now()
      ? t("policyChange", { hours, until: untilWords })
      : t("policyChangePast", { hours }),
    t("policyCheckIn", {
      before: settings.checkInBeforeMinutes,
      noShow: settings.noShowAfterMinutes,
    }),
  ];
  return (
    <Card aria-labelledby="policy">
      <CardHeader id="policy" title={t("policy")} />
      <ul className="list-disc space-y-1.5 pl-5 text-sm text-ink-soft">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Card>
  );
}

async function Confirm({
  ctx,
  stationId,
  choice,
}: {
  ctx: Context;
  stationId: string;
  choice: Choice;
}) {
  const t = await getTranslations("book");
  const ui = await getTranslations("ui");
  if (ctx.actor.kind === "User" && ctx.actor.status !== "Active") {
    return <Notice kind="warning">{(await getTranslations("station"))("deactivated")}</Notice>;
  }
  return (
    <Card aria-label={t("confirm")}>
      <ActionForm action={book} label={t("confirm")}>
        <input type="hidden" name="stationId" value={stationId} />
        <input type="hidden" name="startsAt" value={choice.startsAt} />
        <input type="hidden" name="endsAt" value={choice.endsAt} />
        <TextField
          name="vehiclePlate"
          label={t("plate")}
          hint={t("plateHint")}
          optional={ui("optional")}
          autoComplete="off"
          autoCapitalize="characters"
        />
        <SubmitButton size="lg" className="w-full">
          {t("confirm")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
