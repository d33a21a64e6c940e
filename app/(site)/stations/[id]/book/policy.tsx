import { getFormatter, getTranslations } from "next-intl/server";

import { zoneName } from "@/components/station/zone-name";
import { Card, CardHeader } from "@/components/ui/card";
import { readPublishedSettings } from "@/lib/records/settings";

import { minuteMs } from "@/lib/core/durations";

import type { Part } from "./choice";

/** What holds for changing, cancelling and arriving, in the numbers of this station. */
export async function Policy({ ctx, station, choice }: Part) {
  const t = await getTranslations("book");
  const format = await getFormatter();
  const settings = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const until = new Date(Date.parse(choice.startsAt) - settings.changeCutoffMinutes * minuteMs);
  const hours = settings.changeCutoffMinutes / 60;
  const untilWords = `${format.dateTime(until, "instant", { timeZone: station.timeZone })} ${zoneName(station.timeZone)}`;
  const rules = [
    t(station.approval === "Auto" ? "policyAuto" : "policyManual"),
    until > ctx.clock.now()
      ? t("policyChange", { hours, until: untilWords })
      : t("policyChangePast", { hours }),
    t("policyAhead", { days: settings.maxDaysAhead }),
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
