"use client";

export { default } from "@/app/_frame/framed-error";
