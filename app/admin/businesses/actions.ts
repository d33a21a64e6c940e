"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { approveBusiness, rejectBusiness } from "@/lib/people/businesses";
import { ApproveBusiness, RejectBusiness } from "@/lib/people/businesses/schema";
import { action } from "@/lib/http/action";

const id = z.uuid();
const sendApprove = action({
  permission: "business.decide",
  body: ApproveBusiness.extend({ id }),
  run: approveBusiness,
});
const sendReject = action({
  permission: "business.decide",
  body: RejectBusiness.extend({ id }),
  run: rejectBusiness,
});

export const approve: DeedAction = async (input) => sendApprove(input);
export const reject: DeedAction = async (input) => sendReject(input);
