import {
  Building2,
  CalendarDays,
  Inbox,
  type LucideIcon,
  MailWarning,
  PlugZap,
  TriangleAlert,
  Users,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { AdminDashboard } from "@/lib/insight/reports/schema";

import { FigureLinks } from "./figure-links";

type Figure = Exclude<keyof AdminDashboard, "role" | "bookableStations">;

const tiles = [
  ["pendingRequests", "requests", Inbox, "/admin/requests"],
  ["bookingsToday", "bookingsToday", CalendarDays, "/admin/bookings"],
  ["conflicts", "conflicts", TriangleAlert, "/admin/bookings?conflict=true"],
  ["parkedMessages", "parkedMessages", MailWarning, "/admin/messages?status=Parked"],
  ["businesses", "businesses", Building2, "/admin/businesses"],
  ["stations", "stations", PlugZap, "/admin/stations"],
  ["users", "users", Users, "/admin/users"],
] as const satisfies readonly (readonly [Figure, string, LucideIcon, string])[];

/** What waits for somebody. */
const waiting: readonly Figure[] = ["pendingRequests", "conflicts", "parkedMessages"];

/** The platform's figures, each leading to what it counts. */
export function AdminFigures({ figures, label }: { figures: AdminDashboard; label: string }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  return (
    <FigureLinks
      label={label}
      figures={tiles.map(([figure, words, icon, href]) => ({
        icon,
        label: t(words),
        value: format.number(figures[figure]),
        note:
          figure === "stations" ? t("bookable", { count: figures.bookableStations }) : undefined,
        href,
        alert: waiting.includes(figure) && figures[figure] > 0,
      }))}
    />
  );
}
