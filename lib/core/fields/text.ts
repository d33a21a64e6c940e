import { z } from "zod";

import { fault } from "../fault";
import { isWithin, mostSearched, signsOf, tidy, tidyPlain } from "../text";

/** At most so many characters, as people count them; OpenAPI says it, and the fault is that of zod's own length. */
const atMost = <T extends z.ZodString>(text: T, most: number): T =>
  text
    .check(({ value, issues }) => {
      if (isWithin(value, most)) return;
      issues.push({
        code: "too_big",
        origin: "string",
        maximum: most,
        inclusive: true,
        input: value,
      });
    })
    .meta({ maxLength: most });

const oneLine = (text: z.ZodString, most: number) =>
  atMost(text, most).regex(/^[^\p{Cc}\u2028\u2029]*$/u, fault("one_line"));

/** One line, as `tidy` makes it, which may be empty: something to search for. */
export const partOfLine = (most: number) => oneLine(z.string().overwrite(tidy), most);

/** One line that a person typed: not empty, without control characters. */
export const lineOfText = (most: number) => partOfLine(most).min(1, fault("empty"));

/** The same of what machines read, such as a plate or a login name: no invisible sign stays in it. */
export const plainLine = (most: number) =>
  oneLine(z.string().overwrite(tidyPlain), most).min(1, fault("empty"));

/** A number or code, by its signs alone (`signsOf`): blanks, dashes and letter case say nothing. */
export const codeText = (most: number) =>
  oneLine(z.string().overwrite(signsOf), most).min(1, fault("empty"));

/** A word or number as text, by what is to be seen of it: a currency, an amount. Its own rule says the rest. */
export const plainText = z.string().overwrite(tidyPlain);

/** Text of several lines, without other control characters (the database refuses NUL). May be empty. */
export const pageOfText = (most: number) =>
  atMost(z.string().overwrite(tidy), most).regex(/^[\P{Cc}\n\r\t]*$/u, fault("control_characters"));

/** A part of what a list's things are called. */
export const searchText = partOfLine(mostSearched);
/** Why somebody does something. */
export const reasonText = lineOfText(500);
