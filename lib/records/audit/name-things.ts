import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

/** Something that an audit record is about. */
interface AuditedThing {
  readonly entity: AuditEntity;
  readonly entityId: string;
}

/** What the things are called now, by their ids, as their rooms say; those that are gone are left out. */
export async function nameThings(
  ctx: Context,
  things: readonly AuditedThing[],
): Promise<ReadonlyMap<string, string>> {
  const namesOf = ctx.ports.namesOf();
  const asked = Map.groupBy(things, ({ entity }) => entity);
  const found = await Promise.all(
    [...asked].map(([entity, of]) =>
      namesOf[entity](ctx, [...new Set(of.map(({ entityId }) => entityId))]),
    ),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
