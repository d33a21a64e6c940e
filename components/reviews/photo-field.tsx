"use client";

import { Camera, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";

import type { ReviewPhoto } from "@/lib/service/reviews/schema";

import { pictureKinds, sendPicture } from "../form/send-picture";
import { usePictureWords } from "../form/use-picture-words";
import { useGround } from "../offline/ground-context";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";

/** A picture that the review has, or is to have, and where it is to be seen. */
interface Shown {
  readonly id: string;
  readonly address: string;
}

/** Up to `most` pictures: each is sent as soon as it is chosen, and belongs to the review once that is sent. */
export function PhotoField({
  bookingId,
  has,
  most,
}: {
  bookingId: string;
  has: readonly Shown[];
  most: number;
}) {
  const t = useTranslations("reviews");
  const say = usePictureWords();
  const { viewer } = useGround();
  const [photos, setPhotos] = useState(has);
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setBusy(true);
    const to = { path: `/api/v1/bookings/${bookingId}/review/photos`, method: "POST" } as const;
    const sent = await sendPicture<ReviewPhoto>(viewer, to, file);
    // The same picture may be chosen again.
    target.value = "";
    setBusy(false);
    if (!sent.ok) {
      toast(say(sent.refusal, t("photoFailed")), "danger");
      return;
    }
    const shown = { id: sent.data.id, address: URL.createObjectURL(sent.picture) };
    setPhotos((before) => [...before, shown]);
  };
  const remove = (id: string) => setPhotos((before) => before.filter((one) => one.id !== id));
  return (
    <div className="space-y-2">
      <p id="photos" className="text-sm font-medium">
        {t("photos")}
      </p>
      <input type="hidden" name="uploadIds" value="" />
      {photos.length > 0 && (
        <ul aria-labelledby="photos" className="grid grid-cols-4 gap-2">
          {photos.map(({ id, address }, index) => (
            <li key={id} className="relative">
              <input type="hidden" name="uploadIds" value={id} />
              {/* oxlint-disable-next-line nextjs/no-img-element -- the owner's alone, and made small already */}
              <img
                src={address}
                alt={t("photo", { number: index + 1 })}
                className="aspect-square w-full rounded-md bg-sunken object-cover"
              />
              <button
                type="button"
                aria-label={t("removePhoto", { number: index + 1 })}
                onClick={() => remove(id)}
                className="absolute -top-2 -right-2 grid size-8 place-items-center rounded-full border bg-surface shadow-sm"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {photos.length < most && (
        <label
          className={cn(
            buttonClass({ look: "secondary" }),
            "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent",
          )}
        >
          {isBusy ? <Spinner /> : <Camera aria-hidden />}
          {t(isBusy ? "sendingPhoto" : "addPhoto")}
          <input
            type="file"
            accept={pictureKinds}
            disabled={isBusy}
            aria-describedby="photos-hint"
            className="sr-only"
            onChange={(event) => void choose(event)}
          />
        </label>
      )}
      <p id="photos-hint" className="text-sm text-ink-soft">
        {t("photosHint", { most })}
      </p>
    </div>
  );
}
