/** The button that books; where staff approve first it asks them. */
export const confirmButton = { name: /^(Confirm|Request) booking$/ };
