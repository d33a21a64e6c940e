import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { reportFormat, type ReportName } from "@/lib/insight/reports/schema";

import { ChartCard } from "../home/chart-card";

/** The query of the files that hold what the page shows. */
export type Asked = Readonly<Record<string, string>>;

/** One report: what it comes to, before and now, its picture, and the files that hold it. */
export function ReportCard({
  name,
  id = name,
  title,
  asked,
  total,
  before,
  noBefore,
  note,
  isEmpty,
  className,
  children,
}: {
  name: ReportName;
  asked: Asked;
  /** Where one report has several cards, such as one a currency: what tells this one from the others. */
  id?: string;
  title?: string | undefined;
  /** What it comes to in all. */
  total?: string;
  /** The same of as many days before; null where there was nothing that it could be of. */
  before?: string | null;
  /** What to say then. */
  noBefore?: string | undefined;
  note?: string;
  /** Whether there was nothing at all that the report could be of; a rate or sum of 0 is something. */
  isEmpty: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("reports");
  return (
    <ChartCard
      id={id}
      title={title ?? t(`names.${name}`)}
      className={className}
      empty={isEmpty && t(`empty.${name}`)}
    >
      {total !== undefined && (
        <p className="-mt-3 mb-5 flex flex-wrap items-baseline gap-x-3">
          <span className="tabular text-2xl font-semibold">{total}</span>
          {before !== undefined && (
            <span className="text-sm text-ink-soft">
              {before === null ? noBefore : t("before", { value: before })}
            </span>
          )}
        </p>
      )}
      {children}
      {note && <p className="mt-3 text-sm text-ink-soft">{note}</p>}
      <ExportLinks name={name} asked={asked} />
    </ChartCard>
  );
}

function ExportLinks({ name, asked }: { name: ReportName; asked: Asked }) {
  const t = useTranslations("reports");
  const title = t(`names.${name}`);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 border-t pt-2 text-sm text-ink-soft">
      {t("export")}
      {reportFormat.options.map((format) => (
        <a
          key={format}
          href={`/api/v1/exports/report.${format}?${new URLSearchParams({ ...asked, report: name })}`}
          aria-label={t("exportAs", { title, format: format.toUpperCase() })}
          className="inline-flex h-11 items-center font-medium text-ink underline underline-offset-4"
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
