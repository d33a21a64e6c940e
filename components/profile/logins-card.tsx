import { LogOut, MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { FieldsAction } from "@/lib/http/action";
import type { LoginView } from "@/lib/people/accounts/schema";

import { ActionButton } from "../form/action-button";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { SeenDay } from "./seen-day";

/** Where one is signed in: this browser first, each with the way to end it. */
export function LoginsCard({
  logins,
  actions,
  children,
}: {
  logins: readonly LoginView[];
  actions: {
    readonly signOutOf: FieldsAction<{ id: string }>;
    readonly leaveEverywhere: FieldsAction<{ where: "everywhere" }>;
  };
  /** What else is done about being signed in. */
  children: ReactNode;
}) {
  const t = useTranslations("profile");
  return (
    <Card aria-labelledby="logins">
      <CardHeader id="logins" title={t("logins")} />
      <ul className="divide-y">
        {logins.map((login) => (
          <Login key={login.id} login={login} signOutOf={actions.signOutOf} />
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3">
        {children}
        <ActionButton
          action={actions.leaveEverywhere}
          input={{ where: "everywhere" }}
          label={t("leaveAll")}
          icon={<LogOut aria-hidden />}
          look="secondary"
          done={t("left")}
          ask={{ title: t("leaveAll"), text: t("leaveAllText"), confirm: t("leaveAll") }}
        />
      </div>
    </Card>
  );
}

function Login({
  login: { id, device, seenAt, isThis },
  signOutOf,
}: {
  login: LoginView;
  signOutOf: FieldsAction<{ id: string }>;
}) {
  const t = useTranslations("profile");
  const name = device ?? t("unknownDevice");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 py-3 first:pt-0 last:pb-0">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-[1_1_min(10rem,100%-3rem)]">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {isThis && <Badge tone="success">{t("thisOne")}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          <SeenDay seenAt={seenAt} />
        </p>
      </div>
      {!isThis && (
        <ActionButton
          action={signOutOf}
          input={{ id }}
          label={t("signOut")}
          name={t("signOutOf", { name })}
          icon={<LogOut aria-hidden />}
          look="secondary"
          size="sm"
          done={t("signedOutOf", { name })}
        />
      )}
    </li>
  );
}
