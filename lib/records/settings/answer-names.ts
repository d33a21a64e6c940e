import type { NamesOf } from "@/lib/records/audit/inside";

/** A setting is called by what it is of, a business or a station; the platform's has no name. */
export const names: NamesOf<"Setting"> = {
  Setting: async (ctx, ids) => {
    const { Business, Station } = ctx.ports.namesOf();
    return [...(await Business(ctx, ids)), ...(await Station(ctx, ids))];
  },
};
