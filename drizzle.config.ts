import { defineConfig } from "drizzle-kit";

// `npm run db:generate` writes the next migration from the tables; exclusion constraints and extensions go
// into a hand-written one (`npm run db:generate -- --custom --name=…`).
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  strict: true,
});
