import { createTranslator } from "next-intl";
import { expect, it } from "vitest";

import queue from "@/components/i18n/messages/en/queue.json";
import sessions from "@/components/i18n/messages/en/sessions.json";

it("says of less than a minute that it is less, and never that it is none", () => {
  const t = createTranslator({ locale: "en", messages: queue, namespace: "queue" });
  const late = (minutes: number) =>
    t("late", { span: t("span.minutes", { minutes }), left: t("closesIn", { span: "29 min" }) });
  expect(late(0)).toBe("less than 1 min late, 29 min left");
  expect(late(1)).toBe("1 min late, 29 min left");
  const { energy_above_power: above } = sessions.finalizeWarnings;
  const warn = createTranslator({ locale: "en", messages: { above } });
  const values = { kWh: 12.5, powerKw: 150, mostKwh: 0.907 };
  expect(warn("above", { ...values, minutes: 0 })).toMatch(
    /at most 0.907 kWh in less than a minute\.$/,
  );
  expect(warn("above", { ...values, minutes: 1 })).toMatch(/in 1 minute\.$/);
});
