import { useTranslations } from "next-intl";

import { mostCounted } from "@/lib/core/pages";

import { Button } from "../ui/button";
import type { FinderQuery } from "./finder-query";

/** Asks for those besides that cannot be booked; nothing where there are none. */
export function Others({
  others,
  change,
}: {
  others: number;
  change: (part: Partial<FinderQuery>) => void;
}) {
  const t = useTranslations("finder");
  if (others === 0) return null;
  return (
    <Button look="secondary" className="mt-4 w-full" onClick={() => change({ others: true })}>
      {others > mostCounted
        ? t("othersMany", { count: mostCounted })
        : t("othersMore", { count: others })}
    </Button>
  );
}
