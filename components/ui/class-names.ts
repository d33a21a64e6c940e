import { clsx, type ClassValue } from "clsx";

/** Joins class names; false and undefined fall out. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
