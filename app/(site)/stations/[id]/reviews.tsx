import { getTranslations } from "next-intl/server";

import { StationReviews } from "@/components/reviews/station-reviews";
import { Card, CardHeader } from "@/components/ui/card";
import type { Context } from "@/lib/core/context";
import { listReviews } from "@/lib/service/reviews";
import type { StationView } from "@/lib/sites/stations/schema";

/** The newest reviews that the page shows. */
const shownReviews = 5;

/** What drivers said of the station. */
export async function Reviews({ ctx, station }: { ctx: Context; station: StationView }) {
  const t = await getTranslations("reviews");
  const { items, total } = await listReviews(ctx, {
    id: station.id,
    page: 1,
    limit: shownReviews,
  });
  return (
    <Card aria-labelledby="reviews">
      <CardHeader id="reviews" title={t("ofStation")} />
      <StationReviews reviews={items} total={total} />
    </Card>
  );
}
