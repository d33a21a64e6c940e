import type { EventHandler } from "./deliver-events";

/** What every room does when the event comes, one after another: it is delivered when all of them have had it. */
export const handleEvent: EventHandler = async (ctx, event) => {
  for (const { on, run } of ctx.ports.subscribers()) {
    if (on.includes(event.type)) await run(ctx, event);
  }
};
