"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";

import type { DistanceUnit } from "@/lib/core/units";

import { useForm } from "../form/action-form";
import type { Bounds, Place, TileSource } from "../map/geometry";
import { LazyPickMap } from "../map/lazy-maps";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { WhenSeen } from "../ui/when-seen";

/** "42.65, -73.75" as a place; null where it is none. */
function placeOf(text: string): Place | null {
  const [lat, lng, ...rest] = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  if (lat === undefined || lng === undefined || rest.length > 0) return null;
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null;
  return { lat, lng };
}

/** Where the station stands: typed or pasted as latitude and longitude, or picked on the map. */
export function PositionField({
  initial,
  start,
  tiles,
  unit,
  renderAddress,
}: {
  initial?: Place;
  /** What the map shows where nothing is said yet. */
  start: Bounds;
  tiles: TileSource;
  /** In which its reader reads distances. */
  unit: DistanceUnit;
  /** The field of the address, which can put the pin somewhere. */
  renderAddress: (put: (place: Place) => void) => ReactNode;
}) {
  const t = useTranslations("stationForm");
  const { state } = useForm();
  const [text, setText] = useState(initial ? `${initial.lat}, ${initial.lng}` : "");
  const field = useRef<HTMLInputElement>(null);
  const put = ({ lat, lng }: Place) => setText(`${lat}, ${lng}`);
  const [first] = useState(text);
  useEffect(() => {
    // What was picked counts as typed, for whoever watches over what is unsaved.
    if (text !== first) field.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [text, first]);
  const place = useMemo(() => placeOf(text), [text]);
  const error = ["location", "location.lat", "location.lng"]
    .map((field) => state?.errors[field])
    .find(Boolean);
  return (
    <div className="space-y-5">
      {renderAddress(put)}
      <Field
        name="position"
        label={t("position")}
        hint={t("positionHint")}
        error={error && (place ? error : t("positionMissing"))}
      >
        {(control) => (
          <Input
            {...control}
            ref={field}
            aria-required
            inputMode="text"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <input type="hidden" name="location.lat" value={place?.lat ?? ""} />
      <input type="hidden" name="location.lng" value={place?.lng ?? ""} />
      <WhenSeen className="h-80 overflow-hidden rounded-lg border bg-map-land">
        <LazyPickMap place={place} tiles={tiles} unit={unit} start={start} onPick={put} />
      </WhenSeen>
    </div>
  );
}
