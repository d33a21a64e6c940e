import { z } from "zod";

import { fail } from "@/lib/core/errors";
import { endpoint } from "@/lib/http/endpoint";

/** Only for what measures the rest (tests/bench/create.ts): who asks is known, and nothing is done. */
export const POST = endpoint({
  tag: "Auth",
  summary: "Nothing, by somebody who is signed in",
  permission: "account.self",
  returns: z.strictObject({}),
  run: async () => {
    if (process.env.BAYBOOK_TEST !== "1") throw fail("request.not_found");
    return {};
  },
});
