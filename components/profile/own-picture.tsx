import { CircleUserRound, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { MeView } from "@/lib/people/accounts/schema";

import { ActionButton } from "../form/action-button";
import { PhotoButton } from "../form/photo-button";

/** One's picture: another one, or none. */
export function OwnPicture({
  me: { pictureUploadId },
  remove,
}: {
  me: Pick<MeView, "pictureUploadId">;
  remove: FieldsAction<Record<string, never>>;
}) {
  const t = useTranslations("profile");
  return (
    <div className="mb-5 flex flex-wrap items-center gap-3 sm:gap-4">
      <div className="grid size-16 shrink-0 place-items-center overflow-hidden rounded-full bg-sunken sm:size-20">
        {pictureUploadId === null ? (
          <CircleUserRound aria-hidden className="size-9 text-ink-soft" />
        ) : (
          /* oxlint-disable-next-line nextjs/no-img-element -- the browser's own cookie opens it */
          <img
            src={`/api/v1/profile/picture?size=thumbnail&picture=${pictureUploadId}`}
            alt={t("picture")}
            className="size-full object-cover"
          />
        )}
      </div>
      <div className="reading-room space-y-2">
        <div className="flex flex-wrap gap-1">
          <PhotoButton
            path="/api/v1/profile/picture"
            method="PUT"
            words={{
              add: t(pictureUploadId === null ? "pictureAdd" : "pictureChange"),
              sending: t("pictureSending"),
              failed: t("pictureFailed"),
            }}
          />
          {pictureUploadId !== null && (
            <ActionButton
              action={remove}
              label={t("pictureRemove")}
              icon={<Trash2 aria-hidden />}
              look="quiet"
              done={t("pictureRemoved")}
              ask={{
                title: t("pictureRemoveTitle"),
                text: t("pictureRemoveText"),
                confirm: t("pictureRemove"),
                isDanger: true,
              }}
            />
          )}
        </div>
        <p className="text-sm text-ink-soft">{t("pictureText")}</p>
      </div>
    </div>
  );
}
