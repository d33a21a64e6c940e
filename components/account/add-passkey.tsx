"use client";

import { useRouter } from "next/navigation";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";

import type { ServerAction } from "@/lib/http/action";
import type {
  AddPasskey as Added,
  OfferPasskey,
  PasskeyOptions,
} from "@/lib/people/passkeys/schema";

import { usePageViewer } from "../form/page-viewer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { PasswordInput } from "../ui/password-input";

/** What a device is called, until its owner says better. */
function deviceName() {
  const told = navigator.userAgent;
  if (/iPhone|iPad/.test(told)) return "iphone";
  if (/Android/.test(told)) return "android";
  if (/Macintosh/.test(told)) return "mac";
  return /Windows/.test(told) ? "windows" : "other";
}

interface Actions {
  readonly offer: ServerAction<OfferPasskey, PasskeyOptions>;
  readonly add: ServerAction<Added>;
}

/** Why none was added; `isSecret` where it is for want of the right password. */
interface Refused {
  readonly message: string;
  readonly isSecret?: boolean;
}

/**
 * Adds a passkey of this device; what it takes is loaded by the tap. The password is asked for where the server says
 * that it is a while since the sign-in.
 */
export function AddPasskey({ actions }: { actions: Actions }) {
  const t = useTranslations("passkeys");
  const router = useRouter();
  const make = useMaker(actions);
  const [state, setState] = useState<"asked" | "busy" | "added">("asked");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [needsSecret, setNeedsSecret] = useState(false);
  // It was not there when the button was pressed.
  useEffect(() => {
    if (needsSecret) document.getElementById("f-password")?.focus();
  }, [needsSecret]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === "busy") return;
    const asked = new FormData(event.currentTarget);
    setState("busy");
    const wrong = await make(asked).catch((): Refused => ({ message: t("notAdded") }));
    setRefused(wrong);
    setNeedsSecret(wrong?.isSecret ?? (wrong !== null && needsSecret));
    setState(wrong ? "asked" : "added");
    if (!wrong) router.refresh();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-3">
      {needsSecret && (
        <Field
          name="password"
          label={t("password")}
          error={refused?.isSecret ? refused.message : ""}
        >
          {(control) => (
            <PasswordInput {...control} autoComplete="current-password" aria-required />
          )}
        </Field>
      )}
      <Button type="submit" disabled={state === "busy"}>
        <KeyRound aria-hidden />
        {t(state === "busy" ? "adding" : "add")}
      </Button>
      {state === "added" && <Notice kind="success">{t("added")}</Notice>}
      {refused && !refused.isSecret && (
        <Notice kind="danger" role="alert">
          {refused.message}
        </Notice>
      )}
    </form>
  );
}

/** What has the device make a key, once the server offered it; null where it was added. */
function useMaker({ offer, add }: Actions) {
  const t = useTranslations("passkeys");
  const viewer = usePageViewer();
  return async (asked: FormData): Promise<Refused | null> => {
    const { hasPasskeys, makeKey } = await import("./webauthn");
    if (!hasPasskeys()) return { message: t("unsupported") };
    if (viewer !== undefined) asked.set("viewer", viewer);
    const options = await offer(asked);
    if (!options.ok) {
      const [atField] = options.errors;
      return { message: options.message, isSecret: atField?.field === "password" };
    }
    const credential = await makeKey(options.data);
    if (!credential) return { message: t("notAdded") };
    const result = await add({ viewer, name: t(`device.${deviceName()}`), credential });
    return result.ok ? null : { message: result.message };
  };
}
