/** What the seed is given: the migrated database, the demo's environment, and where to report progress. */
export interface SeedOptions {
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
}

/** Puts the demo's data into the database; run again, it adds what is missing. */
export async function seedDemo(options: SeedOptions): Promise<void> {
  options.log("There is no demo data yet.");
}
