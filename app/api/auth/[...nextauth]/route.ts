import type { NextRequest } from "next/server";

import { handleBrowserLogin } from "@/lib/http/browser-login";
import { dispatchCore } from "@/lib/http/core-names";

interface Parameters {
  params: Promise<{ nextauth: string[] }>;
}

/** `/api/auth/login` is the core name `Auth/login` in lower case; all else here is next-auth's. */
async function answer(request: NextRequest, context: Parameters): Promise<Response> {
  const { nextauth } = await context.params;
  return nextauth.join("/") === "login"
    ? dispatchCore(request)
    : handleBrowserLogin(request, context);
}

export { answer as GET, answer as POST };
