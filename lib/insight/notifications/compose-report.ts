import { areaOfRole } from "@/lib/core/areas";
import { role } from "@/lib/people/accounts/schema";
import { sayIn, type Locale } from "@/lib/words/say";

import { ReportMail, type Letter, type ReportFigure, type ReportFigureValue } from "./schema";
import type { MessageRow } from "./store/messages";

type Said = Pick<Letter, "subject" | "paragraphs" | "facts" | "button" | "after">;

/** What the letter of a weekly report says: each figure of the week beside that of the week before. */
export function composeReport(values: MessageRow["values"], locale: Locale): Said {
  const say = sayIn(locale);
  const { report, from, to, station, format, figures } = ReportMail.parse(
    JSON.parse(values.report ?? ""),
  );
  const days = daysIn(locale, from, to);
  const title = say(`reports.names.${report}`);
  const url = pageOf(values, { from, to });
  return {
    subject: say("letters.report.subject", { report: title, days }),
    paragraphs: [say("letters.report.text", { days, station: station ?? "none" })],
    facts: figures.map((figure) => ({
      label: say(`letters.report.figures.${figure.name}`),
      value: say("letters.report.compared", {
        now: figureIn(locale, figure, figure.now),
        before: figureIn(locale, figure, figure.before),
      }),
    })),
    button: url === null ? null : { label: say("letters.buttons.report"), url },
    after: [say("letters.report.attached", { format })],
  };
}

function pageOf({ baseUrl = "", role: given }: MessageRow["values"], days: Record<string, string>) {
  const { data: reader } = role.safeParse(given);
  if (!reader) return null;
  return `${baseUrl}/${areaOfRole(reader)}/reports?${new URLSearchParams(days)}`;
}

/** Days are days wherever one reads them. */
const daysIn = (locale: Locale, from: string, to: string) =>
  new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(new Date(from), new Date(to));

/** A figure in the reader's way of writing numbers: an amount a currency, a part of a whole in per cent. */
function figureIn(
  locale: Locale,
  { name }: Pick<ReportFigure, "name">,
  value: ReportFigureValue,
): string {
  if (value === null) return "–";
  if (typeof value === "number") {
    const isPart = name.endsWith("Rate") || name === "utilization";
    const format = isPart ? { style: "percent" as const, maximumFractionDigits: 1 } : {};
    return new Intl.NumberFormat(locale, format).format(value);
  }
  if (value.length === 0) return new Intl.NumberFormat(locale).format(0);
  const amounts = value.map(({ amount, currency }) =>
    new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount)),
  );
  return amounts.join(", ");
}
