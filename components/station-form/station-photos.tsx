"use client";

import { ArrowUp, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { StationImage, UpdateStationImage } from "@/lib/sites/stations/schema";

import { ActionButton } from "../form/action-button";
import { PhotoButton } from "../form/photo-button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RowMenu } from "../ui/row-menu";

interface Named {
  readonly stationId: string;
  readonly imageId: string;
}

/** A station's photos for those who run it: one more, what each shows, which comes first, and none that is wrong. */
export function StationPhotos({
  stationId,
  images,
  most,
  ...actions
}: {
  stationId: string;
  images: readonly StationImage[];
  most: number;
  change: FieldsAction<Named & UpdateStationImage>;
  remove: FieldsAction<Named>;
}) {
  const t = useTranslations("stationPhotos");
  return (
    <div className="space-y-4">
      <p className="text-ink-soft">{images.length === 0 ? t("none") : t("lead", { most })}</p>
      {images.length > 0 && (
        <ol className="space-y-3">
          {images.map((image, index) => (
            <Photo key={image.id} number={index + 1} {...{ stationId, image, ...actions }} />
          ))}
        </ol>
      )}
      {images.length < most && (
        <PhotoButton
          path={`/api/v1/stations/${stationId}/images`}
          words={{ add: t("add"), sending: t("sending"), failed: t("failed") }}
        />
      )}
    </div>
  );
}

function Photo({
  stationId,
  image,
  number,
  change,
  remove,
}: {
  stationId: string;
  image: StationImage;
  number: number;
  change: FieldsAction<Named & UpdateStationImage>;
  remove: FieldsAction<Named>;
}) {
  const t = useTranslations("stationPhotos");
  const input = { stationId, imageId: image.id };
  const words = image.alt ?? t("photo", { number });
  return (
    <li className="flex items-center gap-3">
      {/* oxlint-disable-next-line nextjs/no-img-element -- made small already */}
      <img
        src={`/api/v1/stations/${stationId}/images/${image.id}?size=thumbnail`}
        alt={words}
        loading="lazy"
        className="aspect-[4/3] w-24 shrink-0 rounded-md bg-sunken object-cover"
      />
      <p className="min-w-0 flex-1 text-sm wrap-anywhere">{words}</p>
      <span className="inline-flex items-center gap-1">
        <ActionButton
          action={change}
          input={input}
          label={t("describeIt")}
          name={t("describe", { number })}
          look="secondary"
          size="sm"
          icon={<Pencil aria-hidden />}
          done={t("saved")}
          ask={{
            title: t("describe", { number }),
            text: t("altHint"),
            confirm: t("save"),
            renderFields: (errorAt) => (
              <Field name="alt" scope="dialog" label={t("alt")} error={errorAt("alt")}>
                {(control) => (
                  <Input {...control} defaultValue={image.alt ?? ""} autoComplete="off" />
                )}
              </Field>
            ),
          }}
        />
        <RowMenu id={`more-${image.id}`} row={t("photo", { number })}>
          {number > 1 && (
            <ActionButton
              action={change}
              input={{ ...input, position: number - 1 }}
              asEntry
              label={t("earlierIt")}
              name={t("earlier", { number })}
              icon={<ArrowUp aria-hidden />}
              done={t("saved")}
            />
          )}
          <ActionButton
            action={remove}
            input={input}
            asEntry
            label={t("removeIt")}
            name={t("remove", { number })}
            icon={<Trash2 aria-hidden />}
            done={t("removed")}
            ask={{
              title: t("removeTitle"),
              text: t("removeText"),
              confirm: t("removeIt"),
              isDanger: true,
            }}
          />
        </RowMenu>
      </span>
    </li>
  );
}
