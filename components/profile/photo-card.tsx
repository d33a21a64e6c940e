import { CarFront, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { VehicleView } from "@/lib/sites/drivers/schema";

import { ActionButton } from "../form/action-button";
import { PhotoButton } from "../form/photo-button";
import { Card, CardHeader } from "../ui/card";
import { photoOf } from "./vehicle-photo";

/** The photo of a car, for its driver: another one, or none. */
export function PhotoCard({
  vehicle,
  name,
  remove,
}: {
  vehicle: Pick<VehicleView, "id" | "photoUploadId">;
  name: string;
  remove: FieldsAction<{ id: string }>;
}) {
  const t = useTranslations("cars");
  const photo = photoOf(vehicle, "full");
  return (
    <Card aria-labelledby="photo">
      <CardHeader id="photo" title={t("photo")} />
      <div className="flex flex-col gap-4 sm:flex-row sm:items-center">
        <div className="grid aspect-[4/3] w-full shrink-0 place-items-center overflow-hidden rounded-md bg-sunken sm:w-56">
          {photo ? (
            /* oxlint-disable-next-line nextjs/no-img-element -- the browser's own cookie opens it */
            <img src={photo} alt={t("photoOf", { name })} className="size-full object-cover" />
          ) : (
            <CarFront aria-hidden className="size-10 text-ink-soft" />
          )}
        </div>
        <div className="space-y-3">
          <p className="text-sm text-ink-soft">{t("photoText")}</p>
          <div className="flex flex-wrap gap-2">
            <PhotoButton
              path={`/api/v1/profile/vehicles/${vehicle.id}/photo`}
              method="PUT"
              words={{
                add: t(photo ? "photoChange" : "photoAdd"),
                sending: t("photoSending"),
                failed: t("photoFailed"),
              }}
            />
            {photo && (
              <ActionButton
                action={remove}
                input={{ id: vehicle.id }}
                label={t("photoRemove")}
                icon={<Trash2 aria-hidden />}
                look="danger"
                done={t("photoRemoved")}
                ask={{
                  title: t("photoRemoveTitle"),
                  text: t("photoRemoveText"),
                  confirm: t("photoRemove"),
                }}
              />
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}
