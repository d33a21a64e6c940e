import type { Context } from "@/lib/core/context";
import { decide } from "@/lib/core/machines";
import { sayIn } from "@/lib/words/say";

import { chargeSession } from "./charge-session";
import { judgeAct } from "./judge-act";
import { getPermitted } from "./read-session";
import { billedMinutes, sessionMachine, shortPayment, unusualEnergy } from "./rules";
import type { PreviewSession, SessionPreview } from "./schema";
import { viewPayment, viewTotals } from "./view";

/**
 * What finalizing a running session would come to, by the same function, and what of it is out of the ordinary for the
 * connector's power and the time: whoever finalizes is asked once, and may go on. Changes nothing.
 * Throws `session.not_found`, `session.ended`, and what `judgeAct` and `chargeSession` throw.
 */
export async function previewSession(
  ctx: Context,
  { id, ...input }: { readonly id: string } & PreviewSession,
): Promise<SessionPreview> {
  const session = await getPermitted(ctx, "session.finalize", id);
  decide(ctx, sessionMachine, session, "finalize");
  const endsAt = await judgeAct(ctx, session, "End", input.at);
  const result = { ...chargeSession(session, endsAt, input), currency: session.currency };
  const { endedAt, energyWh } = result;
  const minutes = billedMinutes(session.startedAt, endedAt);
  const say = sayIn(ctx.locale);
  const unusual = [
    ...unusualEnergy({ energyWh, minutes, powerW: session.connectorPowerW }),
    ...shortPayment(result),
  ];
  return {
    endedAt: endedAt.toISOString(),
    minutes: Math.round(minutes * 100) / 100,
    kWh: energyWh === null ? null : energyWh / 1_000,
    metered: result.metered,
    totals: viewTotals(result),
    payment: viewPayment(result),
    warnings: unusual.map(({ code, values }) => ({
      code,
      values,
      message: say(`finalizeWarnings.${code}`, values),
    })),
  };
}
