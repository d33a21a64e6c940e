import { expect, it } from "vitest";

import { endpoints } from "@/app/api/v1/endpoints";
import { catalogues } from "@/components/i18n/messages";
import { openApiDocument } from "@/lib/http/openapi";

/* docs/decisions/driver-is-the-word.md: whoever books is a driver in all that people read. */

/** An owner as a word of a sentence; what stands between braces or backticks is a name for programs. */
const OWNER = /\bowners?\b/i;
const bare = (text: string) => text.replaceAll(/`[^`]*`|\{\w+[,}]|\S+@\S+|[/_]owners?\b/gi, "");

/** Texts below `thing` under the keys that `isRead` takes, each with its path. */
function textsOf(thing: unknown, isRead: (key: string) => boolean, at = ""): [string, string][] {
  if (typeof thing !== "object" || thing === null) return [];
  return Object.entries(thing).flatMap(([key, value]): [string, string][] => {
    const path = `${at}${key}`;
    if (typeof value === "string") return isRead(key) ? [[path, value]] : [];
    // Tags of an operation stand in a list.
    return textsOf(value, Array.isArray(value) ? () => isRead(key) : isRead, `${path}.`);
  });
}

const ofOwners = (texts: [string, string][]) =>
  texts.filter(([, text]) => OWNER.test(bare(text))).map(([path]) => path);

it("no message speaks of owners, but the columns that a program reads", () =>
  expect(ofOwners(textsOf(catalogues.en, () => true))).toEqual(["bookings.export.columns.owner"]));

it("no title, description or example of the API speaks of owners", () => {
  const read = new Set(["summary", "description", "title", "tags", "name"]);
  const texts = textsOf(openApiDocument(endpoints, "http://baybook.test"), (key) => read.has(key));
  expect(texts.length).toBeGreaterThan(1000);
  expect(ofOwners(texts)).toEqual([]);
});

it("sees an owner who is planted, and no name for programs", () =>
  expect(
    ofOwners([
      ["planted", "The owner called."],
      ["braces", "{owner} sees it; `owner` is a column of /owners"],
    ]),
  ).toEqual(["planted"]));
