/**
 * Whose things this browser keeps, beside the database that says so itself: every page of a signed-in person can read
 * it at once, and need not open, or even make, a database to see that there is nothing.
 */
const name = "baybook-kept";

/** The account's id; null where nothing is kept, or the browser lets nothing be kept. */
export function keptOwner(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Notes whose things are kept from now on; null for nobody's. */
export function noteOwner(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(name);
    else localStorage.setItem(name, id);
  } catch {
    // Where nothing can be noted, `keepFor` still finds somebody else's things by the database.
  }
}
