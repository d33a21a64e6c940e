import { Heart } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { readMarked } from "@/app/_finder/read-own";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

import { mark } from "./actions";

/** Marks the station as a favourite, or takes the mark away; a plain form, so that the page loads no script for it. */
export async function OwnHeart({
  ctx,
  station,
  query,
}: {
  ctx: Context;
  station: StationView;
  /** The page's address behind its path. */
  query: string;
}) {
  const t = await getTranslations("station");
  const marked = await readMarked(ctx);
  if (!marked) return null;
  const isMarked = marked.includes(station.id);
  return (
    <form action={mark}>
      <input type="hidden" name="viewer" value={userOf(ctx)?.userId} />
      <input type="hidden" name="stationId" value={station.id} />
      <input type="hidden" name="favourite" value={String(!isMarked)} />
      <input type="hidden" name="query" value={query} />
      <button
        type="submit"
        aria-pressed={isMarked}
        aria-label={t("mark")}
        title={t("mark")}
        className={buttonClass({ look: "secondary", size: "icon-sm" })}
      >
        <Heart aria-hidden className={cn(isMarked && "fill-danger text-danger")} />
      </button>
    </form>
  );
}
