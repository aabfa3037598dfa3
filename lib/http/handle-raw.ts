import type { SignedInContext } from "../context.ts";
import type { Permission } from "../domain/person.ts";
import { admit } from "./admit.ts";
import { faultResponse } from "./problem-of.ts";
import { recordAct } from "./record-act.ts";
import { webContext } from "./web-context.ts";

type Raw = (ctx: SignedInContext, request: Request, params: Record<string, string>) => Promise<Response>;

/** For bodies that are not JSON: uploads and downloads, streamed. Same gate, same audit, same faults as `handle`. */
export function handleRaw(permission: Permission, action: string, door: Raw) {
  return async (
    request: Request,
    route: { params: Promise<Record<string, string> | undefined> },
  ): Promise<Response> => {
    try {
      const admitted = await admit(request, permission, action);
      if (!admitted.ok) return admitted.response;
      const params = (await route.params) ?? {};
      const response = await door(admitted.ctx, request, params);
      await recordAct(admitted.ctx, {
        operator: admitted.ctx.operator,
        action,
        subjectId: Object.values(params)[0] ?? null,
        outcome: response.ok ? "done" : `refused (${response.status})`,
      });
      return response;
    } catch (fault) {
      return faultResponse(webContext().ctx.log, action, fault);
    }
  };
}
