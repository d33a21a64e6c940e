import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readSession, updateSession } from "@/lib/charging/sessions";
import { SessionView, UpdateSession } from "@/lib/charging/sessions/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Sessions",
  summary: "Read a session",
  permission: "session.read",
  params,
  returns: SessionView,
  examples: [{ name: "A finished session", params: { id: sample.finishedSessionId } }],
  run: (ctx, { params }) => readSession(ctx, params),
});

export const PUT = endpoint({
  tag: "Sessions",
  summary: "Change notes, pause or resume",
  permission: "session.update",
  params,
  body: UpdateSession,
  returns: SessionView,
  examples: [
    { name: "Pause", body: { paused: true } },
    { name: "A note", body: { notes: "Cable swapped at 08:10." } },
  ],
  run: (ctx, { params, body }) => updateSession(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
