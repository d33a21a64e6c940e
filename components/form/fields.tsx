"use client";

import type { ComponentProps, ReactNode } from "react";

import { Field } from "../ui/field";
import { Input, Textarea } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";
import { useForm } from "./action-form";

interface FieldWords {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: string;
}

type Own<P> = FieldWords & Omit<P, keyof FieldWords | "id" | "children">;

function useFieldState(name: string, initial?: string | number | readonly string[]) {
  const { state } = useForm();
  return { error: state?.errors[name], defaultValue: state?.values[name] ?? initial };
}

export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  ...input
}: Own<ComponentProps<"input">>) {
  const field = useFieldState(name, defaultValue);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={field.error}>
      {(control) => (
        <Input
          aria-required={!optional}
          {...input}
          {...control}
          defaultValue={field.defaultValue}
        />
      )}
    </Field>
  );
}

export function PasswordField({
  name,
  label,
  hint,
  optional,
  ...input
}: Own<ComponentProps<"input">>) {
  const { error } = useFieldState(name);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      {(control) => <PasswordInput aria-required {...input} {...control} />}
    </Field>
  );
}

export function TextAreaField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  ...input
}: Own<ComponentProps<"textarea">>) {
  const field = useFieldState(name, defaultValue);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={field.error}>
      {(control) => (
        <Textarea
          aria-required={!optional}
          {...input}
          {...control}
          defaultValue={field.defaultValue}
        />
      )}
    </Field>
  );
}

export function SelectField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  count = 0,
  children,
  ...select
}: Own<ComponentProps<"select">> & {
  readonly label: string;
  /** How many options there are, where they may be many. */
  readonly count?: number;
  children: ReactNode;
}) {
  const field = useFieldState(name, defaultValue);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={field.error}>
      {(control) => (
        <SearchedSelect label={label} count={count}>
          {/* The key brings a value back that came with the answer: React sets a select's default once. */}
          <Select
            key={String(field.defaultValue)}
            aria-required={!optional}
            {...select}
            {...control}
            defaultValue={field.defaultValue}
          >
            {children}
          </Select>
        </SearchedSelect>
      )}
    </Field>
  );
}
