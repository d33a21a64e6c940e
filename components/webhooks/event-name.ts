import { useTranslations } from "next-intl";

/** Says what an event is, in a few words; one without words by its type. */
export function useEventName(): (type: string) => string {
  const t = useTranslations("webhookEvents");
  return (type) => {
    const key = type.replace(".", "_") as "webhook_test";
    return t.has(key) ? t(key) : type;
  };
}
