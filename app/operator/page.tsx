import { CalendarClock, Hourglass, MapPinOff, MapPinned, PlugZap } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { HomePage } from "@/components/shell/home-page";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { readMe } from "@/lib/people/accounts";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  area: "operator",
  permission: "dashboard.read",
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.Operator");
    const me = await readMe(ctx);
    const stations = me.operatorStationIds.length;
    return (
      <HomePage
        name={me.name}
        lead={t("operator.lead")}
        figures={[
          { icon: MapPinned, label: t("operator.stations"), value: stations },
          {
            icon: Hourglass,
            label: t("operator.pending"),
            value: await countBookings(ctx, { status: "Pending", view: "upcoming" }),
          },
          {
            icon: CalendarClock,
            label: t("operator.arrivals"),
            value: await countBookings(ctx, { status: "Approved", view: "upcoming" }),
          },
          {
            icon: PlugZap,
            label: t("operator.charging"),
            value: await countBookings(ctx, { status: "InProgress" }),
          },
        ]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
        ]}
        may={t("operator.may")}
      >
        {stations === 0 && (
          <Card>
            <EmptyState icon={MapPinOff} title={t("operator.none")}>
              {t("operator.noneText")}
            </EmptyState>
          </Card>
        )}
      </HomePage>
    );
  },
});

/** How many bookings match; their rows are not asked for. */
async function countBookings(ctx: Context, query: z.input<typeof ListBookings>): Promise<number> {
  return (await listBookings(ctx, { ...ListBookings.parse(query), page: 1, limit: 1 })).total;
}
