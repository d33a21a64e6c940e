import type { RoleArea } from "@/lib/core/areas";

/** Whose console something stands in: what an office does in its own, an admin does for any. */
export type Area = Extract<RoleArea, "admin" | "backoffice">;

/** The console that a form says it stands in. */
export const areaOf = (form: FormData): Area =>
  form.get("area") === "admin" ? "admin" : "backoffice";
