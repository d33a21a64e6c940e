"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Badge, type Tone } from "../ui/badge";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { ImportReport } from "@/lib/sites/stations/schema";

type Outcome = keyof ImportReport["counts"];

const tones: Readonly<Record<Outcome, Tone>> = {
  refused: "danger",
  created: "success",
  updated: "accent",
  unchanged: "neutral",
};
const outcomes = Object.keys(tones) as Outcome[];
/** Rows that are drawn at once; the file has them all. */
const most = 200;

/** What every row does or did: how many of each, and each by itself, the refused first. */
export function ImportRows({ report }: { report: ImportReport }) {
  const t = useTranslations("import");
  const first = outcomes.find((outcome) => report.counts[outcome] > 0) ?? "created";
  const [shown, setShown] = useState<Outcome>(first);
  /** The whole report, its outcomes as the page says them. */
  const linesOf = () => [
    [t("columns.row"), t("columns.key"), t("columns.outcome"), t("columns.why")],
    ...report.notes.map(({ text }) => ["", "", "", text]),
    ...report.rows.map((row) => [
      String(row.row),
      row.key ?? "",
      t(`one.${row.outcome}`),
      saidOf(row).join(" "),
    ]),
  ];
  const rows = report.rows.filter(({ outcome }) => outcome === shown);
  return (
    <div className="space-y-4">
      {report.notes.map(({ code, text }) => (
        <Notice key={code} kind="info">
          {text}
        </Notice>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            look={outcome === shown ? "secondary" : "quiet"}
            size="sm"
            aria-pressed={outcome === shown}
            onClick={() => setShown(outcome)}
          >
            {t(`outcomes.${outcome}`, { count: report.counts[outcome] })}
          </Button>
        ))}
        <Button look="quiet" size="sm" className="ml-auto" onClick={() => saveCsv(linesOf())}>
          <Download aria-hidden />
          {t("save")}
        </Button>
      </div>
      <ul className="divide-y rounded-md border text-sm">
        {rows.slice(0, most).map((row) => (
          <li key={row.row} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span className="tabular w-20 text-ink-soft">{t("row", { row: row.row })}</span>
            <span className="min-w-0 flex-1 break-all">{row.key ?? "–"}</span>
            {saidOf(row).length > 0 && (
              <span className="min-w-0 basis-full wrap-anywhere text-ink-soft sm:basis-1/2">
                {saidOf(row).join(" ")}
              </span>
            )}
            <Badge tone={tones[row.outcome]}>{t(`one.${row.outcome}`)}</Badge>
          </li>
        ))}
        {rows.length === 0 && <li className="px-4 py-3 text-ink-soft">{t("none")}</li>}
      </ul>
      {rows.length > most && (
        <p className="text-sm text-ink-soft">{t("more", { count: rows.length - most })}</p>
      )}
      {shown === "refused" && report.untold > 0 && (
        <p className="text-sm text-ink-soft">{t("untold", { count: report.untold })}</p>
      )}
    </div>
  );
}

/** What the report says of a row: why it is refused, or what of it is to know. */
const saidOf = ({ why, notes = [] }: ImportReport["rows"][number]) => [
  ...(why === undefined ? [] : [why]),
  ...notes.map(({ text }) => text),
];

/** These lines as a CSV file of the reader's own. */
function saveCsv(lines: readonly (readonly string[])[]): void {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replace(/^([=+\-@])/, "'$1")}"`;
  const text = lines.map((line) => line.map(cell).join(",")).join("\r\n");
  const address = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "import-report.csv";
  link.click();
  URL.revokeObjectURL(address);
}
