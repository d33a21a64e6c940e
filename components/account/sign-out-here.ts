/** The id of the form in the frame that signs out. */
export const signOutFormId = "sign-out";

/** Signs out as the button in the user's menu does, from elsewhere on the page. */
export function signOutHere(): void {
  document.querySelector<HTMLFormElement>(`#${signOutFormId}`)?.requestSubmit();
}
