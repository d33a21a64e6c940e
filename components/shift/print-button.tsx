"use client";

import { Printer } from "lucide-react";

import { Button } from "../ui/button";

/** Prints the page, or keeps it as a PDF, as the browser does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="secondary" className="print:hidden" onClick={() => window.print()}>
      <Printer aria-hidden />
      {label}
    </Button>
  );
}
