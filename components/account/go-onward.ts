const signedIn = "baybook:signed-in";

/**
 * Leads to a whole new page after signing in: everything that was rendered for nobody is out of date. Whoever reads by
 * keyboard or ear goes on there from its heading, as after every other change of the page.
 */
export function goOnward(path: string): void {
  try {
    sessionStorage.setItem(signedIn, "yes");
  } catch {
    // Where a browser keeps nothing, they begin at the page's top.
  }
  window.location.replace(path);
}

/** Whether the page was come to by signing in; says so once. */
export function cameBySigningIn(): boolean {
  try {
    const came = sessionStorage.getItem(signedIn) !== null;
    sessionStorage.removeItem(signedIn);
    return came;
  } catch {
    return false;
  }
}
