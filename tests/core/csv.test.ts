import { expect, test } from "vitest";

import { csvCell, csvName } from "@/lib/core/csv";
import { signsOf } from "@/lib/core/text";

test.for([
  ["=1+1", "'=1+1"],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠x", "'＠x"],
  ["−1", "'−1"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  [" =1+1", "' =1+1"],
  ['a"b', '"a""b"'],
  ["a,b", '"a,b"'],
  ["a;=1+1", '"a;=1+1"'],
  ["Ada = Bob", "Ada = Bob"],
])("F19: %j is written %j", ([text, cell]) => {
  expect(csvCell(text ?? "")).toBe(cell);
  expect(csvName(text ?? "")).toBe(cell);
});

test.for([
  "047754405853",
  "200212345679",
  "1E5",
  "12-05",
  "1/2/2026",
  "MAR-12",
  "3 Mar 26",
  "08:00",
  "TRUE",
  "1,234",
])("F20: %s names something, and stays as it is written", (text) => {
  expect(csvName(text)).toMatch(/^"?'/);
  expect(csvCell(text)).not.toContain("'");
});

test.for(["991234567V", "BK-7F3K-29QD", "CAB-1234", "Pier 7", "Mary", "R-7F3K29-2026-000001", ""])(
  "F20: %s needs nothing",
  (text) => expect(csvName(text)).toBe(text),
);

test("F20: a number that is copied out of the file is found", () => {
  expect(signsOf("'047754405853")).toBe("047754405853");
});
