"use client";

import { MapPin, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { Address, SearchAddresses } from "@/lib/sites/stations/schema";

import { orUnsent } from "../form/or-unsent";
import type { Place } from "../map/geometry";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Spinner } from "../ui/spinner";

/** Asks the server where an address is. */
export type FindAddress = (input: SearchAddresses) => Promise<ActionResult<readonly Address[]>>;

/** Finds an address and puts the pin there. It stands within a form and sends nothing of it. */
export function AddressSearch({
  find,
  onPick,
}: {
  find: FindAddress;
  onPick: (place: Place) => void;
}) {
  const t = useTranslations("stationForm");
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly Address[] | null>(null);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();

  const unsent = { ok: false, message: useTranslations("ui")("unsent"), errors: [] } as const;
  const search = () =>
    start(async () => {
      const answer = (await orUnsent(find({ q: input.current?.value ?? "" }))) ?? unsent;
      setFound(answer.ok ? answer.data : null);
      setError(answer.ok ? undefined : (answer.errors[0]?.message ?? answer.message));
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Enter would send the whole form.
    event.preventDefault();
    if (!pending) search();
  };
  return (
    <div className="space-y-2">
      <Field name="find-address" label={t("findAddress")} error={error}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              ref={input}
              name={undefined}
              type="search"
              autoComplete="off"
              onKeyDown={onKeyDown}
            />
            <Button look="secondary" onClick={search} disabled={pending}>
              {pending ? <Spinner /> : <Search aria-hidden />}
              {t("findAddressButton")}
            </Button>
          </div>
        )}
      </Field>
      <div aria-live="polite">
        {found?.length === 0 && <p className="text-sm text-ink-soft">{t("addressNone")}</p>}
        {found && found.length > 0 && (
          <ul aria-label={t("addressesFound")} className="divide-y rounded-md border">
            {found.map(({ name, location }) => (
              <li key={`${location.lat},${location.lng}`}>
                <button
                  type="button"
                  className="flex min-h-11 w-full items-center gap-3 px-3 py-2 text-left text-sm hover:bg-sunken"
                  onClick={() => {
                    onPick(location);
                    setFound(null);
                  }}
                >
                  <MapPin aria-hidden className="size-4 shrink-0 text-ink-soft" />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
