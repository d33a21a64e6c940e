import { useTranslations } from "next-intl";

import { Select } from "../ui/select";

/** One choice among a few, or any; inside a FilterForm. */
export function SelectFilter({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value?: string;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useTranslations("table");
  return (
    <label className="block min-w-40 text-sm">
      <span className="sr-only">{label}</span>
      <Select name={name} defaultValue={value ?? ""}>
        <option value="">{`${label}: ${t("any")}`}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </label>
  );
}
