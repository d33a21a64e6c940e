"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { ConnectorInput, ConnectorView, UpdateConnector } from "@/lib/sites/stations/schema";

import { ActionButton } from "../form/action-button";
import { connectorName, connectorStandards } from "@/lib/core/plug-names";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RowMenu } from "../ui/row-menu";
import { Select } from "../ui/select";

interface Named {
  readonly stationId: string;
  readonly connectorId: string;
}

type ErrorAt = (name: string) => string | undefined;

function ConnectorFields({ connector, errorAt }: { connector?: ConnectorView; errorAt: ErrorAt }) {
  const t = useTranslations("stationAdmin");
  const optional = useTranslations("ui")("optional");
  const plugs = connector?.standards ?? [];
  const [own] = plugs;
  const hasSeveral = plugs.length > 1;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="number" scope="dialog" label={t("number")} error={errorAt("number")}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            defaultValue={connector?.number}
            autoComplete="off"
          />
        )}
      </Field>
      <Field name="standard" scope="dialog" label={t("plug")} error={errorAt("standard")}>
        {(control) => (
          <Select {...control} defaultValue={hasSeveral ? "" : own}>
            {/* Blank says nothing, and what is not said stays. */}
            {hasSeveral && <option value="">{plugs.map(connectorName).join(", ")}</option>}
            {[...new Set([...(own ? [own] : []), ...connectorStandards])].map((standard) => (
              <option key={standard} value={standard}>
                {connectorName(standard)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="maxPowerKw"
        scope="dialog"
        label={t("power")}
        optional={optional}
        error={errorAt("maxPowerKw")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            defaultValue={connector?.maxPowerKw ?? undefined}
            autoComplete="off"
          />
        )}
      </Field>
      {connector && (
        <Field name="status" scope="dialog" label={t("state")} error={errorAt("status")}>
          {(control) => (
            <Select {...control} defaultValue={connector.status}>
              <option value="Active">{t("inService")}</option>
              <option value="OutOfOrder">{t("outOfOrder")}</option>
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

/** One more place to charge. */
export function AddConnector({
  stationId,
  action,
}: {
  stationId: string;
  action: FieldsAction<{ stationId: string } & ConnectorInput>;
}) {
  const t = useTranslations("stationAdmin");
  return (
    <ActionButton
      action={action}
      input={{ stationId }}
      label={t("addConnector")}
      icon={<Plus aria-hidden />}
      look="secondary"
      size="sm"
      done={t("connectorAdded")}
      ask={{
        title: t("addConnector"),
        text: t("addConnectorText"),
        confirm: t("add"),
        renderFields: (errorAt) => <ConnectorFields errorAt={errorAt} />,
      }}
    />
  );
}

/** Changes a place to charge, or takes it away. */
export function ConnectorButtons({
  stationId,
  connector,
  change,
  remove,
}: {
  stationId: string;
  connector: ConnectorView;
  change: FieldsAction<Named & UpdateConnector>;
  remove: FieldsAction<Named>;
}) {
  const t = useTranslations("stationAdmin");
  const { id: connectorId, number } = connector;
  const input = { stationId, connectorId };
  return (
    <span className="inline-flex items-center gap-1">
      <ActionButton
        action={change}
        input={input}
        label={t("changeIt")}
        name={t("changeConnector", { number })}
        icon={<Pencil aria-hidden />}
        look="secondary"
        size="sm"
        done={t("connectorChanged", { number })}
        ask={{
          title: t("changeConnector", { number }),
          text: t("changeConnectorText"),
          confirm: t("save"),
          renderFields: (errorAt) => <ConnectorFields connector={connector} errorAt={errorAt} />,
        }}
      />
      <RowMenu id={`more-${connectorId}`} row={t("connectorNumber", { number })}>
        <ActionButton
          asEntry
          action={remove}
          input={input}
          label={t("remove")}
          name={t("removeConnector", { number })}
          icon={<Trash2 aria-hidden />}
          done={t("connectorRemoved", { number })}
          ask={{
            title: t("removeConnector", { number }),
            text: t("removeConnectorText"),
            confirm: t("remove"),
            isDanger: true,
          }}
        />
      </RowMenu>
    </span>
  );
}
