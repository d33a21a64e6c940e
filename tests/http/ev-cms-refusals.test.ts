import { expect, it } from "vitest";

import { failInput } from "@/lib/core/errors";
import { tooMany } from "@/lib/core/too-many";
import { errorResponse } from "@/lib/http/refusal";

const told = { requestId: "r", locale: "en" } as const;
const refused = tooMany(7);
const invalid = failInput([{ field: "name", code: "missing" }]);

it("EV-CMS's clients are told in their words when to try again, and that input was refused", async () => {
  const evcms = { ...told, contract: "ev-cms" } as const;
  const limited = errorResponse(refused, evcms);
  expect(limited.headers.get("retry-after")).toBe("7");
  expect(await limited.json()).toMatchObject({ statusCode: 429, retryAfter: 7 });
  expect(await errorResponse(invalid, evcms).json()).toMatchObject({
    message: "Validation failed",
    errors: [{ field: "name" }],
  });
});

it("others are told in ours", async () => {
  const ours = { ...told, contract: "baybook" } as const;
  expect(await errorResponse(tooMany, ours).json()).not.toHaveProperty("retryAfter");
  const { message } = (await errorResponse(invalid, ours).json()) as { message: string };
  expect(message).not.toBe("Validation failed");
});
