"use client";

export { PageError as default } from "@/components/shell/late-messages";
