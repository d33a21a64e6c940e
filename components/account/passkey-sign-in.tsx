"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { ServerAction } from "@/lib/http/action";
import type { PasskeyOptions, UsePasskey } from "@/lib/people/passkeys/schema";

import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { goOnward } from "./go-onward";

/**
 * Signing in with a passkey: the browser offers it where the user name is typed, where it can, and a button asks for it.
 * What it takes comes after the page; where a browser has no passkeys the button is not there.
 */
export function PasskeySignIn({
  onward,
  actions: { request, enter },
}: {
  onward: string;
  actions: {
    request: ServerAction<Record<string, never>, PasskeyOptions>;
    enter: ServerAction<UsePasskey>;
  };
}) {
  const t = useTranslations("passkeys");
  const [isOffered, setOffered] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const signIn = async (byAutofill: boolean): Promise<void> => {
    const { answerWithKey } = await import("./webauthn");
    const options = await request({});
    if (!options.ok) return setRefusal(options.message);
    const credential = await answerWithKey(options.data, byAutofill);
    if (!credential) return setRefusal(byAutofill ? null : t("cancelled"));
    const result = await enter({ credential });
    if (!result.ok) return setRefusal(result.message);
    goOnward(onward);
    // Busy until the next page is there.
    return new Promise(() => undefined);
  };
  const latest = useRef(signIn);
  useEffect(() => {
    let isGone = false;
    const offer = async () => {
      const { hasPasskeys, offersPasskeys } = await import("./webauthn");
      if (isGone || !hasPasskeys()) return;
      setOffered(true);
      if ((await offersPasskeys()) && !isGone) await latest.current(true);
    };
    // Without it one signs in with the password, as the page says.
    offer().catch(() => undefined);
    return () => {
      isGone = true;
      import("./webauthn").then(({ stopAsking }) => stopAsking()).catch(() => undefined);
    };
  }, []);
  if (!isOffered) return null;
  return (
    <div className="mt-5 space-y-4 border-t pt-5">
      <Button
        look="secondary"
        className="w-full"
        disabled={isBusy}
        onClick={async () => {
          setBusy(true);
          await signIn(false).catch(() => setRefusal(t("cancelled")));
          setBusy(false);
        }}
      >
        <KeyRound aria-hidden />
        {t("signIn")}
      </Button>
      {refusal && (
        <Notice kind="danger" role="alert">
          {refusal}
        </Notice>
      )}
    </div>
  );
}
