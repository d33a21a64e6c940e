import { Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { StationReview } from "@/lib/service/reviews/schema";
import type { StationView } from "@/lib/sites/stations/schema";

import { Stars } from "./stars";

/** What reviews of a station come to, as a line that leads to them. Nothing while too few are there. */
export function RatingLine({ rating }: Pick<StationView, "rating">) {
  const t = useTranslations("reviews");
  const format = useFormatter();
  if (!rating) return null;
  const average = format.number(rating.average, { minimumFractionDigits: 1 });
  return (
    <a href="#reviews" className="link inline-flex items-center gap-1.5 text-sm font-medium">
      <Star aria-hidden className="size-4 fill-accent text-accent" />
      {t("rating", { average })}, {t("count", { count: rating.count })}
    </a>
  );
}

/** The latest reviews of a station, as everybody sees them; `total` is how many there are. */
export function StationReviews({
  reviews,
  total,
}: {
  reviews: readonly StationReview[];
  total: number;
}) {
  const t = useTranslations("reviews");
  const format = useFormatter();
  const month = (of: string) =>
    format.dateTime(new Date(`${of}-15T12:00:00Z`), {
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  return (
    <>
      <ul className="divide-y">
        {reviews.map((review) => {
          const by = { author: review.author ?? t("someone"), month: month(review.month) };
          return (
            <li key={review.id} className="space-y-1.5 py-4 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <Stars score={review.score} />
                <span className="text-sm text-ink-soft">
                  {review.vehicleMake
                    ? t("withCar", { ...by, make: review.vehicleMake })
                    : t("about", by)}
                </span>
              </p>
              {review.text && <p className="wrap-anywhere whitespace-pre-line">{review.text}</p>}
              {review.photos.length > 0 && <Photos review={review} />}
              {review.reply && (
                <blockquote className="border-l-2 pl-3 text-sm wrap-anywhere whitespace-pre-line">
                  <span className="block font-medium">{t("replied")}</span>
                  {review.reply}
                </blockquote>
              )}
            </li>
          );
        })}
      </ul>
      {total > reviews.length && (
        <p className="mt-4 text-sm text-ink-soft">
          {t("latest", { shown: reviews.length, total })}
        </p>
      )}
    </>
  );
}

/** Small, each leading to the whole picture. */
function Photos({ review: { id, photos } }: { review: Pick<StationReview, "id" | "photos"> }) {
  const t = useTranslations("reviews");
  return (
    <ul className="grid max-w-md grid-cols-4 gap-2">
      {photos.map((photo, index) => {
        const address = `/api/v1/reviews/${id}/photos/${photo.id}`;
        return (
          <li key={photo.id}>
            <a href={address} target="_blank" rel="noreferrer" className="block rounded-md">
              {/* oxlint-disable-next-line nextjs/no-img-element -- made small already, and its reader checked each time */}
              <img
                src={`${address}?size=thumbnail`}
                alt={t("photo", { number: index + 1 })}
                loading="lazy"
                className="aspect-square w-full rounded-md bg-sunken object-cover"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
