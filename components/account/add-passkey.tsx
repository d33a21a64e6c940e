"use client";

import { useRouter } from "next/navigation";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ServerAction } from "@/lib/http/action";
import type { AddPasskey as Added, PasskeyOptions } from "@/lib/people/passkeys/schema";

import { usePageViewer } from "../form/page-viewer";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** What a device is called, until its owner says better. */
function deviceName() {
  const told = navigator.userAgent;
  if (/iPhone|iPad/.test(told)) return "iphone";
  if (/Android/.test(told)) return "android";
  if (/Macintosh/.test(told)) return "mac";
  return /Windows/.test(told) ? "windows" : "other";
}

/** Adds a passkey of this device; what it takes is loaded by the tap. */
export function AddPasskey({
  actions: { offer, add },
}: {
  actions: { offer: ServerAction<Record<string, never>, PasskeyOptions>; add: ServerAction<Added> };
}) {
  const t = useTranslations("passkeys");
  const router = useRouter();
  const viewer = usePageViewer();
  const [isBusy, setBusy] = useState(false);
  const [isAdded, setAdded] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const make = async (): Promise<string | null> => {
    const { hasPasskeys, makeKey } = await import("./webauthn");
    if (!hasPasskeys()) return t("unsupported");
    const asked = new FormData();
    if (viewer !== undefined) asked.set("viewer", viewer);
    const options = await offer(asked);
    if (!options.ok) return options.message;
    const credential = await makeKey(options.data);
    if (!credential) return t("notAdded");
    const result = await add({ viewer, name: t(`device.${deviceName()}`), credential });
    if (!result.ok) return result.message;
    setAdded(true);
    router.refresh();
    return null;
  };
  return (
    <div className="space-y-3">
      <Button
        disabled={isBusy}
        onClick={async () => {
          setBusy(true);
          setAdded(false);
          setRefusal(await make().catch(() => t("notAdded")));
          setBusy(false);
        }}
      >
        <KeyRound aria-hidden />
        {t(isBusy ? "adding" : "add")}
      </Button>
      {isAdded && <Notice kind="success">{t("added")}</Notice>}
      {refusal && (
        <Notice kind="danger" role="alert">
          {refusal}
        </Notice>
      )}
    </div>
  );
}
