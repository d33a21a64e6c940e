// Written by `npm run generate`: what every language says.
import { messages as en } from "./en";
import { messages as enXA } from "./en-XA";

export const catalogues = { en: en, "en-XA": enXA };
