import { useTranslations } from "next-intl";

import { Select } from "../ui/select";
import { SearchedSelect } from "../ui/searched-select";

/** One choice among a few, or any; inside a FilterForm. */
export function SelectFilter({
  name,
  label,
  value,
  options,
  any,
}: {
  name: string;
  label: string;
  value?: string;
  options: readonly {
    readonly value: string;
    readonly label: string;
    /** Where the label is in another language than the page. */
    readonly lang?: string | undefined;
  }[];
  /** What it means to choose none, where that is not "any"; null where one is chosen always. */
  any?: string | null;
}) {
  const t = useTranslations("table");
  const select = (
    <Select name={name} defaultValue={value ?? ""} data-said={value ?? ""} aria-label={label}>
      {any !== null && <option value="">{`${label}: ${any ?? t("any")}`}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </Select>
  );
  return (
    <div className="block max-w-full min-w-[min(10rem,100%)] text-sm max-sm:flex-1 max-sm:basis-[min(10rem,100%)] sm:max-w-72">
      <SearchedSelect label={label} count={options.length}>
        {select}
      </SearchedSelect>
    </div>
  );
}

/** Named things, such as stations, as a filter offers them. */
export const namedOptions = (things: readonly { readonly id: string; readonly name: string }[]) =>
  things.map(({ id, name }) => ({ value: id, label: name }));

/** The same for a value of an enumeration, by its words. */
export function EnumFilter<Value extends string>({
  of,
  words,
  ...filter
}: {
  name: string;
  label: string;
  value?: string;
  of: { readonly options: readonly Value[] };
  words: (value: Value) => string;
}) {
  return (
    <SelectFilter
      {...filter}
      options={of.options.map((value) => ({ value, label: words(value) }))}
    />
  );
}
