import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { mostCounted } from "@/lib/core/pages";

import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import type { TableState } from "./table-state";

/** "21–40 of 187", and the pages before and after. */
export function Pager({ state, total }: { state: TableState; total: number }) {
  const t = useTranslations("table");
  const { page, limit, href } = state;
  const last = Math.max(1, Math.ceil(total / limit));
  // A thumb's size where thumbs are.
  const button = cn(buttonClass({ look: "quiet", size: "icon-sm" }), "max-lg:size-11");
  return (
    <nav aria-label={t("pages")} className="ml-auto flex items-center gap-1 text-sm">
      <span className="tabular mr-2 text-ink-soft">
        {t(total > mostCounted ? "rangeMany" : "range", {
          from: (page - 1) * limit + 1,
          to: Math.min(page * limit, total),
          total: Math.min(total, mostCounted),
        })}
      </span>
      {page > 1 ? (
        <Link href={href({ page: String(page - 1) })} aria-label={t("previous")} className={button}>
          <ChevronLeft aria-hidden />
        </Link>
      ) : (
        <span aria-hidden className={`${button} opacity-40`}>
          <ChevronLeft />
        </span>
      )}
      {page < last ? (
        <Link href={href({ page: String(page + 1) })} aria-label={t("next")} className={button}>
          <ChevronRight aria-hidden />
        </Link>
      ) : (
        <span aria-hidden className={`${button} opacity-40`}>
          <ChevronRight />
        </span>
      )}
    </nav>
  );
}
