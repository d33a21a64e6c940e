"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { deactivateOwner, reactivateOwner } from "@/lib/people/accounts";
import { StatusChange } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const body = StatusChange.extend({ nic: z.string().max(64) });
const sendDeactivate = action({ permission: "owner.deactivate", body, run: deactivateOwner });
const sendReactivate = action({ permission: "owner.reactivate", body, run: reactivateOwner });

export const deactivate: DeedAction = async (input) => sendDeactivate(input);
export const reactivate: DeedAction = async (input) => sendReactivate(input);
