"use client";

import { useTranslations } from "next-intl";

import type { ReviewView } from "@/lib/service/reviews/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { TextAreaField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { PhotoField } from "./photo-field";
import { ScoreField } from "./score-field";

/** How it went: stars, words, pictures; `review` is what stands, where it is changed. */
export function ReviewForm({
  action,
  bookingId,
  review,
  mostLetters,
  mostPhotos,
}: {
  action: FormAction;
  bookingId: string;
  review?: ReviewView | null;
  mostLetters: number;
  mostPhotos: number;
}) {
  const t = useTranslations("reviews");
  const has = review?.photos.map(({ id }) => ({
    id,
    address: `/api/v1/reviews/${review.id}/photos/${id}?size=thumbnail`,
  }));
  return (
    <ActionForm action={action} label={t("title")}>
      <FormGuard />
      <input type="hidden" name="bookingId" value={bookingId} />
      {review && <input type="hidden" name="reviewId" value={review.id} />}
      <ScoreField score={review?.score} />
      <TextAreaField
        name="text"
        label={t("text")}
        optional={t("optional")}
        maxLength={mostLetters}
        rows={4}
        defaultValue={review?.text ?? ""}
      />
      <PhotoField bookingId={bookingId} has={has ?? []} most={mostPhotos} />
      <SubmitButton>{t(review ? "save" : "send")}</SubmitButton>
    </ActionForm>
  );
}
