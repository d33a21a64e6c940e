import { useTranslations } from "next-intl";

import { Badge } from "../ui/badge";
import { runTimes, type SlotRun } from "./slot-runs";

/** Slots that are alike in one line: their times, how many places each has, and what was before if that changes. */
export function RunLine({ run, timeZone }: { run: SlotRun; timeZone: string }) {
  const t = useTranslations("scheduleEditor.run");
  const { count, capacity, before, left } = run;
  const times = t("times", { count, ...runTimes(run, timeZone) });
  if (capacity === null) {
    return (
      <li className="flex flex-wrap items-center gap-x-2">
        <span className="tabular text-ink-soft line-through">{times}</span>
        <Badge tone="warning">{t("goes")}</Badge>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      <span className="tabular text-ink-soft">{times}</span>
      <span className="tabular">
        {t("places", { count: capacity })}
        {left !== null && `, ${t("left", { count: left })}`}
      </span>
      {before === null && <Badge tone="success">{t("new")}</Badge>}
      {before !== null && before !== capacity && (
        <Badge tone={capacity < before ? "warning" : "success"}>
          {t("was", { count: before })}
        </Badge>
      )}
    </li>
  );
}
