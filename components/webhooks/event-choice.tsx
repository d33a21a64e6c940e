"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { useForm } from "../form/action-form";
import { Checkbox } from "../ui/checkbox";

/** Which events go to a webhook: a box for each, by what happens. */
export function EventChoice({
  events,
  chosen,
}: {
  events: readonly { readonly type: string; readonly name: string }[];
  chosen: readonly string[];
}) {
  const t = useTranslations("webhooks");
  const error = useForm().state?.errors.events;
  return (
    <fieldset className="space-y-2" aria-describedby={error ? "events-error" : undefined}>
      <legend className="text-sm font-medium">
        {t("events")} <span className="font-normal text-ink-soft">{t("eventsHint")}</span>
      </legend>
      {/* A browser says nothing of boxes without a tick: this says that there are some. */}
      <input type="hidden" name="events" value="" />
      <div className="rounded-md border px-4 py-1 sm:grid sm:grid-cols-2 sm:gap-x-6">
        {events.map(({ type, name }) => (
          <Checkbox
            key={type}
            name="events"
            value={type}
            defaultChecked={chosen.includes(type)}
            label={
              <>
                {name}
                <code className="block font-mono text-xs break-all text-ink-soft">{type}</code>
              </>
            }
          />
        ))}
      </div>
      {error && (
        <p id="events-error" className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
