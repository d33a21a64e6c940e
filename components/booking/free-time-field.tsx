import { CircleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo, useMemo, useState } from "react";

import { calendarDay } from "@/lib/core/calendar";
import { dayMs } from "@/lib/core/durations";

import type { FreeStart } from "./free-starts";
import { bringInSight, ChoiceStrip, choiceBox } from "../ui/choice-strip";
import { clockOf } from "../ui/use-clock";

const valueOf = ({ startsAt, endsAt }: FreeStart) => `${startsAt}/${endsAt}`;

/**
 * One of a station's free times, chosen as drivers choose theirs: a day, then a time of it. Sent as `start/end`. There may
 * be a thousand: they are laid out once, and not again while its window is sent or closed.
 */
export const FreeTimeField = memo(function FreeTimeField({
  name,
  starts,
  preset,
  timeZone,
  label,
  hint,
  error,
}: {
  name: string;
  /** At least one, in order. */
  starts: readonly FreeStart[];
  preset: FreeStart | undefined;
  timeZone: string;
  label: string;
  hint?: string | null;
  error?: string | undefined;
}) {
  const t = useTranslations("staffBookings");
  const format = useFormatter();
  const words = ({ startsAt }: FreeStart, options: object) =>
    format.dateTime(new Date(startsAt), { ...options, timeZone });
  const days = useMemo(
    () => Map.groupBy(starts, ({ startsAt }) => calendarDay(new Date(startsAt), timeZone)),
    [starts, timeZone],
  );
  const [chosen, setChosen] = useState(preset ?? starts[0]);
  const [day, setDay] = useState(chosen && calendarDay(new Date(chosen.startsAt), timeZone));
  const [looked, setLooked] = useState(chosen?.startsAt);
  /** Of another day what is nearest to the chosen time stands in sight. */
  const lookAt = (other: string) => {
    setDay(other);
    const at = Date.parse(chosen?.startsAt ?? "");
    setLooked(nearestClock(days.get(other) ?? [], at)?.startsAt);
  };
  const times = days.get(day ?? "") ?? [];
  const clock = clockOf(format, timeZone);
  const describedBy = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ");
  return (
    <fieldset className="min-w-0 space-y-2" aria-describedby={describedBy || undefined}>
      <legend className="text-sm font-medium">{label}</legend>
      {/* What is sent; the choices below belong to no form, so that they send nothing themselves. */}
      <input type="hidden" name={name} value={chosen && valueOf(chosen)} />
      <ChoiceStrip
        legend={t("newDay")}
        name={`${name}-day`}
        value={day}
        onChange={lookAt}
        options={[...days].map(([one, [first]]) => ({
          value: one,
          label: first && (
            <>
              <span className="text-ink-soft">{words(first, { weekday: "short" })}</span>
              <span>{words(first, { day: "numeric", month: "short" })}</span>
            </>
          ),
        }))}
      />
      <div
        role="radiogroup"
        aria-label={label}
        className="relative grid max-h-48 grid-cols-2 gap-2 overflow-y-auto sm:grid-cols-3"
      >
        {times.map((one) => (
          <label
            key={one.startsAt}
            ref={one.startsAt === looked ? bringInSight : undefined}
            className={`${choiceBox} px-1 whitespace-nowrap`}
          >
            <input
              type="radio"
              form="none"
              name={`${name}-time`}
              className="sr-only"
              checked={chosen !== undefined && valueOf(one) === valueOf(chosen)}
              onChange={() => setChosen(one)}
            />
            {clock(one.startsAt)}–{clock(one.endsAt)}
          </label>
        ))}
      </div>
      {chosen && (
        <output className="tabular block text-sm text-ink-soft">
          {`${words(chosen, { weekday: "long", day: "numeric", month: "long" })}, ${clock(chosen.startsAt)}–${clock(chosen.endsAt)}`}
        </output>
      )}
      {error && (
        <p id={`${name}-error`} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </fieldset>
  );
});

/** The one whose time of the day is nearest to that of an instant. */
function nearestClock(times: readonly FreeStart[], at: number): FreeStart | undefined {
  const apart = ({ startsAt }: FreeStart) => {
    const rest = Math.abs(Date.parse(startsAt) - at) % dayMs;
    return Math.min(rest, dayMs - rest);
  };
  return times.toSorted((one, other) => apart(one) - apart(other))[0];
}
