/** Whose console something stands in: what an office does in its own, an admin does for any. */
export type Area = "backoffice" | "admin";

/** The console that a form says it stands in. */
export const areaOf = (form: FormData): Area =>
  form.get("area") === "admin" ? "admin" : "backoffice";
