/** What the product is called where no reader's language chooses; screens and letters say `site.name`. */
export const productName = "Baybook";
