"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { connectorName, connectorStandards } from "@/lib/core/plug-names";
import type { CurrentType } from "@/lib/sites/stations/schema";

import { useForm } from "../form/action-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { CurrentField } from "./current-field";

/** The plug and power that are usual for each current where the station stands. */
export type UsualConnectors = Readonly<
  Record<CurrentType, { readonly standard: string; readonly powerKw: number }>
>;

/** So many connectors of one kind, as typed; `isOwn` once plug or power were chosen and not proposed. */
interface Kind {
  readonly key: number;
  readonly count: string;
  readonly standard: string;
  readonly maxPowerKw: string;
  readonly isOwn: boolean;
}

type Values = Readonly<Record<string, string>>;

/** The kinds that a form without scripts brought back. */
function sentKinds(values: Values): Kind[] {
  const kinds: Kind[] = [];
  const at = (field: string) => values[`connectors.${kinds.length}.${field}`];
  for (let count = at("count"); count !== undefined; count = at("count")) {
    const [standard = "", maxPowerKw = ""] = [at("standard"), at("maxPowerKw")];
    kinds.push({ key: kinds.length, count, standard, maxPowerKw, isOwn: true });
  }
  return kinds;
}

/** What a new station charges with: its current, and how many connectors of which plug and power; often one kind. */
export function NewConnectors({ usual }: { usual: UsualConnectors }) {
  const t = useTranslations("stationForm");
  const { state } = useForm();
  const proposed = (type: CurrentType) => ({
    standard: usual[type].standard,
    maxPowerKw: String(usual[type].powerKw),
  });
  const [type, setType] = useState<CurrentType>(state?.values.type === "DC" ? "DC" : "AC");
  const [kinds, setKinds] = useState<readonly Kind[]>(() => {
    const sent = sentKinds(state?.values ?? {});
    return sent.length > 0 ? sent : [{ key: 0, count: "2", ...proposed(type), isOwn: false }];
  });
  const choose = (next: CurrentType) => {
    setType(next);
    setKinds(kinds.map((kind) => (kind.isOwn ? kind : { ...kind, ...proposed(next) })));
  };
  // An answer tells of the kinds as they stood when it came: one that goes meanwhile takes its faults with it.
  const [told, setTold] = useState({ state, keys: kinds.map(({ key }) => key) });
  if (told.state !== state) setTold({ state, keys: kinds.map(({ key }) => key) });
  const adder = useRef<HTMLButtonElement>(null);
  const remove = (gone: number) => {
    setKinds(kinds.filter(({ key }) => key !== gone));
    adder.current?.focus();
  };
  const add = () => {
    // Never one that was taken away: what was wrong with it would be said of the new one.
    const key = Math.max(...kinds.map((kind) => kind.key), ...told.keys) + 1;
    // The other kind is another plug: which one, only they know.
    setKinds([...kinds, { key, count: "1", standard: "", maxPowerKw: "", isOwn: true }]);
  };
  const tooMany = state?.errors.connectors;
  return (
    <fieldset aria-describedby="connectors-hint">
      <legend className="text-sm font-medium">{t("connectors")}</legend>
      <p id="connectors-hint" className="mt-1 text-sm text-ink-soft">
        {t("connectorsHint")}
      </p>
      <div className="mt-3 space-y-4 rounded-lg border p-4">
        <CurrentField defaultValue={type} onChange={choose} />
        {kinds.map((kind, index) => (
          <KindFields
            key={kind.key}
            kind={kind}
            index={index}
            told={told.keys.indexOf(kind.key)}
            onChange={(next) => setKinds(kinds.with(index, next))}
            onRemove={index > 0 ? () => remove(kind.key) : undefined}
          />
        ))}
        {tooMany && (
          <p role="alert" className="text-sm text-danger">
            {tooMany}
          </p>
        )}
        <Button ref={adder} look="secondary" size="sm" onClick={add}>
          <Plus aria-hidden />
          {t("anotherKind")}
        </Button>
      </div>
    </fieldset>
  );
}

function KindFields({
  kind,
  index,
  told,
  onChange,
  onRemove,
}: {
  kind: Kind;
  index: number;
  /** Its place among those that the last answer tells of; negative where it is none of them. */
  told: number;
  onChange: (kind: Kind) => void;
  onRemove?: (() => void) | undefined;
}) {
  const t = useTranslations("stationForm");
  const { state } = useForm();
  const of = (field: string) => ({
    name: `connectors.${index}.${field}`,
    error: state?.errors[`connectors.${told}.${field}`],
  });
  return (
    <fieldset
      aria-label={t("kind", { number: index + 1 })}
      // In one row where there is room; one below the other with large letters on a phone.
      className="flex flex-wrap gap-4 *:min-w-0"
    >
      <div className="flex-[1_1_5.5rem] sm:max-w-24">
        <Field {...of("count")} label={t("count")}>
          {(control) => (
            <Input
              {...control}
              aria-required
              inputMode="numeric"
              autoComplete="off"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever asked for one more goes on there
              autoFocus={kind.key > 0}
              value={kind.count}
              onChange={({ target }) => onChange({ ...kind, count: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex-[3_1_9rem]">
        <Field {...of("standard")} label={t("plug")}>
          {(control) => (
            <Select
              {...control}
              aria-required
              value={kind.standard}
              onChange={({ target }) => onChange({ ...kind, standard: target.value, isOwn: true })}
            >
              {kind.standard === "" && <option value="">{t("choosePlug")}</option>}
              {connectorStandards.map((standard) => (
                <option key={standard} value={standard}>
                  {connectorName(standard)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="flex-[1_1_6rem] sm:max-w-28">
        <Field {...of("maxPowerKw")} label={t("power")}>
          {(control) => (
            <Input
              {...control}
              aria-required
              inputMode="decimal"
              autoComplete="off"
              value={kind.maxPowerKw}
              onChange={({ target }) =>
                onChange({ ...kind, maxPowerKw: target.value, isOwn: true })
              }
            />
          )}
        </Field>
      </div>
      {onRemove && (
        <Button
          look="quiet"
          size="icon"
          className="self-end"
          aria-label={t("removeKind", { number: index + 1 })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      )}
    </fieldset>
  );
}
