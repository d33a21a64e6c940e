import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { chooseChannels, readChannels } from "@/lib/insight/inbox";
import { Channels, ChooseChannels } from "@/lib/insight/inbox/schema";

export const GET = endpoint({
  tag: "Notifications",
  summary: "Read by which ways one hears of what",
  permission: "notification.read",
  returns: Channels,
  run: (ctx) => readChannels(ctx),
});

export const PUT = endpoint({
  tag: "Notifications",
  summary: "Choose by which ways one hears of what",
  description:
    "Topics are true or false for each way; what is not named stays. Nothing rings in quiet hours but what is due " +
    "within two hours. What guards the account, such as a new password, always comes by email.",
  permission: "notification.manage",
  body: ChooseChannels,
  returns: Channels,
  examples: [
    {
      name: "No mail of bookings, and quiet nights",
      body: {
        email: { bookingConfirmation: false },
        quietHours: { from: "22:00", to: "07:00" },
        timeZone: "America/New_York",
      },
    },
  ],
  run: (ctx, { body }) => chooseChannels(ctx, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
