import type { Contract } from "@/lib/core/contract";

import { contractNames } from "./contract-of";
import { projectionOf, type Spoken } from "./projection";
import { inSnakeCase } from "./snake-case";

/** What a use case answers, in the words of the contract. */
export function sayAnswer(spoken: Spoken, contract: Contract, data: unknown): unknown {
  const view = projectionOf(spoken, contract)?.view;
  const said = view ? view(data as never) : data;
  return contract === "snake" ? inSnakeCase(said) : said;
}

/** Names beyond this many, and letters of one beyond this many, are not told. */
const [mostNames, mostLetters] = [20, 60];

/** Says in the headers which contract the answer is of, and which names of the request said nothing. */
export function noteContract(
  headers: Headers,
  { contract, ignored }: { readonly contract: Contract; readonly ignored: readonly string[] },
): void {
  headers.set("Baybook-Contract", contractNames[contract]);
  headers.append("Vary", "Baybook-Contract");
  if (ignored.length === 0) return;
  const names = ignored.slice(0, mostNames).map((name) => encodeName(name.slice(0, mostLetters)));
  headers.set("Baybook-Ignored", names.join(", "));
}

/** A name that a header can hold. */
const encodeName = (name: string) =>
  /^[\w.-]+$/.test(name) ? name : encodeURIComponent(name.toWellFormed());
