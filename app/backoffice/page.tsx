import { CalendarClock, Hourglass, MapPinned, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { HomePage } from "@/components/shell/home-page";
import { listOperators, readMe } from "@/lib/accounts";
import { ListOperators } from "@/lib/accounts/schema";
import { listBookings } from "@/lib/bookings";
import { ListBookings } from "@/lib/bookings/schema";
import { readBusiness } from "@/lib/businesses";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";
import { searchStations } from "@/lib/stations";
import { SearchStations } from "@/lib/stations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.Backoffice");
    const me = await readMe(ctx);
    const business = await readBusiness(ctx, { id: me.businessId ?? "" });
    const operators = await listOperators(ctx, { ...ListOperators.parse({}), page: 1, limit: 1 });
    const stations = await searchStations(ctx, {
      ...SearchStations.parse({ mine: "true" }),
      page: 1,
      limit: 1,
    });
    return (
      <HomePage
        name={me.name}
        lead={t("backoffice.lead", { business: business.name })}
        figures={[
          { icon: MapPinned, label: t("backoffice.stations"), value: stations.total },
          {
            icon: Hourglass,
            label: t("backoffice.pending"),
            value: await countBookings(ctx, { status: "Pending", view: "upcoming" }),
          },
          {
            icon: CalendarClock,
            label: t("backoffice.upcoming"),
            value: await countBookings(ctx, { view: "upcoming" }),
          },
          { icon: Users, label: t("backoffice.operators"), value: operators.total },
        ]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("business"), value: business.name },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
        ]}
        may={t("backoffice.may")}
      />
    );
  },
});

/** How many bookings match; their rows are not asked for. */
async function countBookings(ctx: Context, query: z.input<typeof ListBookings>): Promise<number> {
  return (await listBookings(ctx, { ...ListBookings.parse(query), page: 1, limit: 1 })).total;
}
