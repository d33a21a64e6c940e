import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionButton } from "@/components/form/action-button";
import { ReviewForm } from "@/components/reviews/review-form";
import { Stars } from "@/components/reviews/stars";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { BookingView } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { readBookingReview } from "@/lib/service/reviews";
import {
  mostLetters,
  mostPhotos,
  type ReviewStatus,
  type ReviewView,
} from "@/lib/service/reviews/schema";

import { sendReview, withdrawOwn } from "../actions";

const tones: Partial<Record<ReviewStatus, Tone>> = {
  Pending: "warning",
  Approved: "success",
  Rejected: "danger",
};

/** How it went: the question once charging is over, while there is time for it, and the answer that was given. */
export async function OwnReview({
  ctx,
  booking,
  isActive,
  isEditing,
}: {
  ctx: Context;
  booking: BookingView;
  /** Whoever's account is deactivated says nothing new. */
  isActive: boolean;
  isEditing: boolean;
}) {
  const { review, writeUntil } = await readBookingReview(ctx, booking);
  if (!review && (!writeUntil || !isActive)) return null;
  const t = await getTranslations("reviews");
  const format = await getFormatter();
  const say = (at: string) =>
    format.dateTime(new Date(at), "instant", { timeZone: booking.timeZone });
  const form = { action: sendReview, bookingId: booking.id, mostLetters, mostPhotos };
  const mayEdit = isActive && (review?.can.includes("edit") ?? false);
  return (
    <Card aria-labelledby="review">
      <CardHeader id="review" title={t(review ? "yours" : "title")}>
        {review && <Badge tone={tones[review.status]}>{t(`status.${review.status}`)}</Badge>}
      </CardHeader>
      {writeUntil && (
        <>
          <p className="-mt-2 mb-4 text-sm text-ink-soft">{t("lead", { time: say(writeUntil) })}</p>
          <ReviewForm {...form} />
        </>
      )}
      {review && mayEdit && isEditing && (
        <>
          <ReviewForm {...form} review={review} />
          <p className="mt-4">
            <Link href={`/owner/bookings/${booking.id}`} className="link text-sm">
              {t("stopEditing")}
            </Link>
          </p>
        </>
      )}
      {review && !(mayEdit && isEditing) && (
        <Said review={review} editUntil={mayEdit ? say(review.editableUntil) : null} />
      )}
    </Card>
  );
}

/** What was said, how it stands, and what can be done with it. */
async function Said({ review, editUntil }: { review: ReviewView; editUntil: string | null }) {
  const t = await getTranslations("reviews");
  const { id, bookingId, status, text, photos, reply } = review;
  const isThere = review.can.includes("withdraw");
  return (
    <div className="space-y-3">
      {isThere && <Stars score={review.score} />}
      {text && <p className="wrap-anywhere whitespace-pre-line">{text}</p>}
      {photos.length > 0 && (
        <ul className="grid grid-cols-4 gap-2">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              {/* oxlint-disable-next-line nextjs/no-img-element -- the owner's alone, and made small already */}
              <img
                src={`/api/v1/reviews/${id}/photos/${photo.id}?size=thumbnail`}
                alt={t("photo", { number: index + 1 })}
                loading="lazy"
                className="aspect-square w-full rounded-md bg-sunken object-cover"
              />
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-soft">
        {t(`said.${status}`, { reason: review.reason ?? "" })}{" "}
        {editUntil && t("editUntil", { time: editUntil })}
      </p>
      {reply && (
        <blockquote className="border-l-2 pl-3 text-sm wrap-anywhere whitespace-pre-line">
          <span className="block font-medium">{t("replied")}</span>
          {reply}
        </blockquote>
      )}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {editUntil && (
          <Link
            href={`/owner/bookings/${bookingId}?edit=1#review`}
            className="link min-h-11 content-center pr-3 text-sm font-medium"
          >
            {t("edit")}
          </Link>
        )}
        {isThere && (
          <ActionButton
            action={withdrawOwn}
            input={{ id }}
            label={t("withdraw")}
            look="danger"
            size="sm"
            done={t("withdrawn")}
            ask={{
              title: t("withdrawTitle"),
              text: t("withdrawText"),
              confirm: t("withdraw"),
            }}
          />
        )}
      </div>
    </div>
  );
}
