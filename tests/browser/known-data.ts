import { createDatabase } from "@/db/client";

import { ownSite } from "../support/sites";

/** What the database holds that people wrote or that names things, for telling it from the product's own words. */
export interface KnownData {
  /** What is left of a text without what the database holds. */
  without(text: string): string;
}

/** Reads every column of text, but those that hold one of a list of ours, as they are by now. */
export async function knownData(): Promise<KnownData> {
  const url = ownSite()?.env.DATABASE_URL;
  if (!url) throw new Error("Only the tests' own servers have a database to ask.");
  const { sql, close } = createDatabase(url);
  try {
    const columns = await sql<{ table: string; column: string }[]>`
      select c.table_name as table, c.column_name as column
      from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'text' and not exists (
        select from information_schema.constraint_column_usage u
        join information_schema.check_constraints k using (constraint_name)
        where u.table_name = c.table_name and u.column_name = c.column_name
          and k.constraint_name = c.table_name || '_' || c.column_name || '_check')`;
    const texts = new Set<string>();
    for (const { table, column } of columns) {
      if (listed.has(`${table}.${column}`)) continue;
      const rows = await sql`select distinct ${sql(column)} as text from ${sql(table)}`;
      for (const { text } of rows as unknown as { text: string | null }[]) {
        for (const line of (text ?? "").split("\n"))
          if (line.trim()) texts.add(unquoted(line.trim()));
      }
    }
    // What a phone told of a refused act is kept as JSON, with what its operator wrote.
    // So is what an administrator wrote into inboxes.
    const notes = await sql`
      select distinct told ->> 'notes' as text from offline_refusals
      union select unnest(amenities) from stations
      union select "values" ->> 'title' from notifications
      union select "values" ->> 'message' from notifications
      union select changes ->> 'title' from audits where entity = 'Alert'
      union select changes ->> 'message' from audits where entity = 'Alert'`;
    // Codes are shown in two halves.
    for (const { code } of await sql<{ code: string }[]>`select code from qr_tokens`) {
      texts.add(`${code.slice(0, 4)} ${code.slice(4)}`);
    }
    for (const { text } of notes as unknown as { text: string | null }[]) if (text) texts.add(text);
    return { without: withoutAny(texts) };
  } finally {
    await close();
  }
}

/** Columns whose values are names of ours though no check of the database lists them. */
const listed = new Set([
  ...["entity", "action", "actor_role", "actor_name", "from", "to", "reason"].map(
    (column) => `audits.${column}`,
  ),
  "audit_personal.field",
  "job_runs.name",
  "outbox_deliveries.subscriber",
  "outbox_events.type",
  "settings.name",
  "uploads.claimed_entity",
]);

/** What is told apart from an audit is kept as JSON. */
const unquoted = (text: string) => text.replaceAll(/^"|"$/g, "");

const word = /[\p{L}\p{N}]+/gu;

/** By their first word, because there are thousands of them and dozens of words on a page. */
function withoutAny(known: ReadonlySet<string>): (text: string) => string {
  const byFirst = new Map<string, string[]>();
  for (const text of known) {
    const [first] = text.match(word) ?? [];
    if (first === undefined) continue;
    const texts = byFirst.get(first);
    // Thousands begin alike, such as what was imported: a copy for each of them would take a minute.
    if (texts) texts.push(text);
    else byFirst.set(first, [text]);
  }
  for (const texts of byFirst.values()) texts.sort((one, other) => other.length - one.length);
  return (text) => {
    let left = text;
    for (const first of new Set(text.match(word))) {
      for (const candidate of byFirst.get(first) ?? []) left = left.replaceAll(candidate, " ");
    }
    return left;
  };
}
