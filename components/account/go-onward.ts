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

/** Whether somebody signed in a moment ago and the page that they come to is still to be gone on with; until `done`. */
export function signInArrival(): { readonly done: () => void } | null {
  try {
    if (sessionStorage.getItem(signedIn) === null) return null;
    return { done: () => sessionStorage.removeItem(signedIn) };
  } catch {
    return null;
  }
}
