"use client";

import { MapPin, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { Address, SearchAddresses } from "@/lib/sites/stations/schema";

import { useForm } from "../form/action-form";
import { orUnsent } from "../form/or-unsent";
import type { Place } from "../map/geometry";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Spinner } from "../ui/spinner";

/** Asks the server where an address is. */
export type FindAddress = (input: SearchAddresses) => Promise<ActionResult<readonly Address[]>>;

/** The form's address, which can be looked up: what is chosen of what was found is the address, and the pin goes there. */
export function AddressSearch({
  find,
  defaultValue,
  optional,
  onPick,
}: {
  find: FindAddress;
  defaultValue?: string;
  optional?: string;
  onPick: (place: Place) => void;
}) {
  const t = useTranslations("stationForm");
  const { state } = useForm();
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
      <Field
        name="address"
        label={t("address")}
        hint={t("addressHint")}
        optional={optional}
        error={error ?? state?.errors.address}
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              ref={input}
              aria-required={!optional}
              enterKeyHint="search"
              autoComplete="off"
              defaultValue={state?.values.address ?? defaultValue}
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
                    if (input.current) input.current.value = name;
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
