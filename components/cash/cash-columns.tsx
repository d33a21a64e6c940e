import { getFormatter, getTranslations } from "next-intl/server";

import type { CashReport } from "@/lib/insight/reports/schema";

import { Money } from "../station/money";
import type { Column } from "../table/column";

type Row = CashReport["rows"][number];

const amounts = ["charged", "received", "change", "kept", "due"] as const;

/** A day, who took the cash, and how much of it. */
export async function cashColumns(): Promise<Column<Row>[]> {
  const t = await getTranslations("cashReport");
  const format = await getFormatter();
  return [
    {
      id: "day",
      title: t("day"),
      sort: "day",
      isName: true,
      cell: ({ day }) => (
        <time dateTime={day}>
          {format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" })}
        </time>
      ),
    },
    {
      id: "operator",
      title: t("operator"),
      isWide: true,
      cell: ({ operator }) => operator ?? t("nobody"),
    },
    {
      id: "sessions",
      title: t("sessions"),
      align: "end",
      cell: ({ sessions }) => format.number(sessions),
    },
    ...amounts.map((name): Column<Row> => ({
      id: name,
      title: t(name),
      align: "end",
      cell: (row) => <Money of={row[name]} />,
    })),
  ];
}
