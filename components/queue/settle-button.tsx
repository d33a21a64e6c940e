import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { useApi } from "./use-api";

/** Says that an act without network which was refused has been dealt with; needs the network. */
export function SettleButton({ id, number }: { id: string; number: string }) {
  const t = useTranslations("queue");
  const router = useRouter();
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const settle = async () => {
    setBusy(true);
    const answer = await api("PUT", `/operator/exceptions/${id}/settle`, {});
    setBusy(false);
    toast(answer.ok ? t("settled", { number }) : answer.message);
    router.refresh();
  };
  return (
    <Button look="secondary" onClick={() => void settle()} disabled={isBusy}>
      {isBusy ? <Spinner /> : <CheckCheck aria-hidden />}
      {t("settle")}
    </Button>
  );
}
