"use server";

import { z } from "zod";

import { approveBusiness, rejectBusiness } from "@/lib/people/businesses";
import { ApproveBusiness, RejectBusiness } from "@/lib/people/businesses/schema";
import { action } from "@/lib/http/action";

const permission = "business.decide";
const id = z.uuid();

export const approve = action({
  permission,
  body: ApproveBusiness.extend({ id }),
  run: approveBusiness,
});
export const reject = action({
  permission,
  body: RejectBusiness.extend({ id }),
  run: rejectBusiness,
});
