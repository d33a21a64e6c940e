"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { cn } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";
import { Spinner } from "../ui/spinner";
import type { ImportReport } from "@/lib/sites/stations/schema";
import { ImportRows } from "./import-rows";
import { usePageViewer } from "../form/page-viewer";
import { sendImport } from "./send-import";

/** The file that was chosen, and what it would do or did. */
interface Chosen {
  readonly file: File;
  readonly report: ImportReport | null;
}

/** Stations from a file: what each row would do is shown first, then done when one says so. */
export function ImportScreen({
  businesses,
}: {
  /** Whose they become, where that is to be chosen; nobody's, if none is. */
  businesses?: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTranslations("import");
  const viewer = usePageViewer();
  const [businessId, setBusinessId] = useState("");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const run = async (file: File, whose: string, dryRun: boolean) => {
    setFault(null);
    setProgress(0);
    setChosen({ file, report: null });
    const answer = await sendImport(file, { businessId: whose, dryRun, viewer }, setProgress);
    setProgress(null);
    if (answer.ok) return setChosen({ file, report: answer.report });
    // A file that was read and refused is done with; one that did not arrive can be sent again.
    if (answer.message !== null) setChosen(null);
    return setFault(answer.message ?? t("failed"));
  };

  const report = chosen?.report;
  const toDo = report ? report.counts.created + report.counts.updated : 0;
  return (
    <div className="space-y-6">
      <Card aria-labelledby="file">
        <CardHeader id="file" title={t("file")} />
        <div className="space-y-4">
          {businesses && (
            <div className="max-w-md text-sm">
              <label htmlFor="whose" className="mb-1.5 block font-medium">
                {t("whose")}
              </label>
              <SearchedSelect label={t("whose")} count={businesses.length}>
                <Select
                  id="whose"
                  value={businessId}
                  onChange={(event) => {
                    setBusinessId(event.target.value);
                    if (chosen) void run(chosen.file, event.target.value, true);
                  }}
                >
                  <option value="">{t("nobody")}</option>
                  {businesses.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </SearchedSelect>
            </div>
          )}
          <DropZone onFile={(file) => void run(file, businessId, true)}>
            {chosen ? chosen.file.name : t("drop")}
          </DropZone>
          {fault && (
            <Notice kind="danger" role="alert">
              {fault}
            </Notice>
          )}
          {fault && chosen && (
            <Button look="secondary" onClick={() => void run(chosen.file, businessId, true)}>
              {t("again")}
            </Button>
          )}
        </div>
      </Card>
      {progress !== null && (
        <output className="flex items-center gap-3 text-sm">
          <Spinner />
          {progress < 1 ? t("sending", { percent: Math.round(progress * 100) }) : t("reading")}
          <progress
            value={progress < 1 ? progress : undefined}
            max={1}
            className="h-2 w-40 accent-accent"
            aria-label={t("progress")}
          />
        </output>
      )}
      {report && chosen && (
        <Card aria-labelledby="report">
          <CardHeader id="report" title={t(report.dryRun ? "preview" : "report")}>
            {report.dryRun && (
              <Button
                disabled={toDo === 0 || progress !== null}
                onClick={() => void run(chosen.file, businessId, false)}
              >
                {t("import", { count: toDo })}
              </Button>
            )}
          </CardHeader>
          {!report.dryRun && (
            <div className="mb-4">
              <Notice kind="success">{t("done")}</Notice>
            </div>
          )}
          <ImportRows report={report} />
        </Card>
      )}
    </div>
  );
}

/** A place to drop a file on, which is a button to choose one as well. */
function DropZone({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const t = useTranslations("import");
  const [over, setOver] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is a second way; the input inside is the first
    <label
      className={cn(
        "flex cursor-pointer flex-col items-center gap-2 rounded-lg border-2 border-dashed px-4 py-10 text-center",
        "focus-within:outline-2 focus-within:outline-accent hover:bg-sunken",
        over ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <FileUp aria-hidden className="size-8 text-ink-soft" />
      <span className="font-medium">{children}</span>
      <span className="text-sm text-ink-soft">{t("kinds")}</span>
      <input
        type="file"
        accept=".csv,.json,.txt,text/csv,text/plain,application/json"
        aria-label={t("choose")}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = "";
        }}
      />
    </label>
  );
}
