import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readSession, updateSession } from "@/lib/sessions";
import { SessionView, UpdateSession } from "@/lib/sessions/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Sessions",
  summary: "Read a session",
  permission: "session.read",
  params,
  returns: SessionView,
  run: (ctx, { params }) => readSession(ctx, params),
});

export const PUT = endpoint({
  tag: "Sessions",
  summary: "Change notes, pause or resume",
  permission: "session.update",
  params,
  body: UpdateSession,
  returns: SessionView,
  run: (ctx, { params, body }) => updateSession(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
