import { z } from "zod";

const whole = (min: number, max: number) => z.number().int().min(min).max(max);

/** Which layers may override a setting, beyond the platform. */
type Layer = "Business" | "Station";

interface Definition<T extends z.ZodType> {
  /** The environment variable that changes the default. */
  readonly env: string;
  readonly type: T;
  readonly default: z.infer<T>;
  readonly overridableBy: readonly Layer[];
  readonly help: string;
}

function setting<T extends z.ZodType>(
  env: string,
  type: T,
  value: z.infer<T>,
  overridableBy: readonly Layer[],
  help: string,
): Definition<T> {
  return { env, type, default: value, overridableBy, help };
}

const both = ["Business", "Station"] as const;

/** Every setting, once: its type, default (product.md) and where it may be overridden. */
export const settingDefinitions = {
  maxDaysAhead: setting(
    "MAX_DAYS_AHEAD",
    whole(1, 14),
    7,
    both,
    "How many days ahead a booking may start.",
  ),
  leadMinutes: setting(
    "LEAD_MINUTES",
    whole(0, 10_080),
    0,
    both,
    "Minutes between booking and start, at least.",
  ),
  maxSlotsPerBooking: setting(
    "MAX_SLOTS_PER_BOOKING",
    whole(1, 96),
    4,
    both,
    "Contiguous slots in one booking, at most.",
  ),
  changeCutoffMinutes: setting(
    "CHANGE_CUTOFF_MINUTES",
    whole(0, 10_080),
    720,
    both,
    "Minutes before the start until which an owner may modify or cancel.",
  ),
  checkInBeforeMinutes: setting(
    "CHECK_IN_BEFORE_MINUTES",
    whole(0, 240),
    15,
    both,
    "Minutes before the start at which check-in opens.",
  ),
  checkInAfterMinutes: setting(
    "CHECK_IN_AFTER_MINUTES",
    whole(0, 240),
    30,
    both,
    "Minutes after the start at which check-in closes.",
  ),
  noShowAfterMinutes: setting(
    "NO_SHOW_AFTER_MINUTES",
    whole(0, 240),
    15,
    both,
    "Minutes after the start at which a booking without check-in becomes a no-show.",
  ),
  defaultSlotMinutes: setting(
    "DEFAULT_SLOT_MINUTES",
    whole(15, 240).refine((minutes) => 1_440 % minutes === 0, "Must divide a day evenly."),
    60,
    ["Business"],
    "Slot length of a new station that names none.",
  ),
  defaultApproval: setting(
    "DEFAULT_APPROVAL",
    z.enum(["Manual", "Auto"]),
    "Manual",
    ["Business"],
    "Approval of a new station that names none.",
  ),
  defaultCurrency: setting(
    "DEFAULT_CURRENCY",
    z.string().regex(/^[A-Z]{3}$/),
    "USD",
    ["Business"],
    "Currency of a new tariff that names none.",
  ),
  defaultTaxPercent: setting(
    "DEFAULT_TAX_PERCENT",
    z.number().min(0).max(100),
    0,
    both,
    "Tax of a new tariff that names none.",
  ),
  ocpiCountryCode: setting(
    "OCPI_COUNTRY_CODE",
    z.string().regex(/^[A-Z]{2}$/),
    "US",
    ["Business"],
    "Country of the party in charge detail records (ISO 3166-1 alpha-2).",
  ),
  ocpiPartyId: setting(
    "OCPI_PARTY_ID",
    z.string().regex(/^[A-Z0-9]{3}$/),
    "BBK",
    ["Business"],
    "Identity of the party in charge detail records (OCPI, 3 characters).",
  ),
  slotHorizonDays: setting(
    "SLOT_HORIZON_DAYS",
    whole(1, 60),
    14,
    [],
    "How many days ahead slots are built.",
  ),
  idempotencyDays: setting(
    "IDEMPOTENCY_DAYS",
    whole(1, 90),
    7,
    [],
    "Days for which a key answers the first result again.",
  ),
  accessTokenMinutes: setting(
    "ACCESS_TOKEN_MINUTES",
    whole(1, 1_440),
    60,
    [],
    "Life of an access token.",
  ),
  refreshTokenDays: setting("REFRESH_TOKEN_DAYS", whole(1, 90), 7, [], "Life of a refresh token."),
  invitationHours: setting(
    "INVITATION_HOURS",
    whole(1, 720),
    72,
    [],
    "Life of an invitation link.",
  ),
  passwordResetMinutes: setting(
    "PASSWORD_RESET_MINUTES",
    whole(5, 1_440),
    60,
    [],
    "Life of a password reset link.",
  ),
  loginLimitPerAccount: setting(
    "LOGIN_LIMIT_PER_ACCOUNT",
    whole(1, 10_000),
    10,
    [],
    "Logins per account in 15 minutes.",
  ),
  loginLimitPerAddress: setting(
    "LOGIN_LIMIT_PER_ADDRESS",
    whole(1, 100_000),
    50,
    [],
    "Logins per address in 15 minutes.",
  ),
  signUpLimitPerAddress: setting(
    "SIGN_UP_LIMIT_PER_ADDRESS",
    whole(1, 10_000),
    10,
    [],
    "Registrations, business requests and forgotten passwords per address in an hour.",
  ),
  bookingLimitPerUser: setting(
    "BOOKING_LIMIT_PER_USER",
    whole(1, 100_000),
    60,
    [],
    "Booking writes per user in a minute.",
  ),
  requestLimit: setting(
    "REQUEST_LIMIT",
    whole(1, 1_000_000),
    600,
    [],
    "Other requests per user or address in a minute.",
  ),
} as const;

export type SettingName = keyof typeof settingDefinitions;
export type Settings = { [N in SettingName]: z.infer<(typeof settingDefinitions)[N]["type"]> };
export const settingNames = Object.keys(settingDefinitions) as SettingName[];

export const settingScope = z.enum(["Platform", "Business", "Station"]);
export type SettingScope = z.infer<typeof settingScope>;
export const ListSettings = z.object({
  businessId: z.uuid("Use an id.").optional(),
  stationId: z.uuid("Use an id.").optional(),
});
export type ListSettings = z.infer<typeof ListSettings>;

/** Each setting's own type, or null to take the override back. */
const valueTypes: unknown = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].type.nullable().optional()]),
);
type ValueTypes = { [N in SettingName]: z.ZodOptional<z.ZodNullable<z.ZodType<Settings[N]>>> };

export const SetSettings = z.strictObject({
  /** By default the nearest that is named. */
  scope: settingScope.optional(),
  businessId: z.uuid("Use an id.").optional(),
  stationId: z.uuid("Use an id.").optional(),
  values: z
    .strictObject(valueTypes as ValueTypes)
    .refine((values) => Object.keys(values).length > 0, "Name at least one setting."),
});
export type SetSettings = z.infer<typeof SetSettings>;

const settingValue = z.union([z.string(), z.number(), z.boolean()]);

export const SettingView = z.object({
  name: z.string(),
  help: z.string(),
  /** The value in force. */
  value: settingValue,
  source: z.enum(["Default", "Environment", "Platform", "Business", "Station"]),
  /** What each layer says; null where it says nothing. */
  layers: z.object({
    default: settingValue,
    environment: settingValue.nullable(),
    platform: settingValue.nullable(),
    business: settingValue.nullable(),
    station: settingValue.nullable(),
  }),
  overridableBy: z.array(z.enum(["Business", "Station"])),
});
export type SettingView = z.infer<typeof SettingView>;

export const SettingsView = z.object({
  scope: settingScope,
  businessId: z.uuid().nullable(),
  stationId: z.uuid().nullable(),
  settings: z.array(SettingView),
});
export type SettingsView = z.infer<typeof SettingsView>;
