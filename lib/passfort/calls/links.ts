import { z } from "zod";
import type { CallResult } from "../../domain/failure.ts";
import type { Link, LinkedAssociate } from "../../domain/link.ts";
import { mapped } from "../call.ts";
import type { DataChanged } from "../collected-data.ts";
import { linkedAssociatesOf } from "../linked-associates.ts";
import { unsendable } from "../unsendable.ts";
import { linkRequest } from "../wire/link.ts";
import { linkRequestOf, sameId, withLinks } from "../with-links.ts";
import type { CollectedDataCalls } from "./collected-data.ts";

export type LinksMade =
  /** `entries` are the wanted links as they stand in the company now. */
  { kind: "linked"; entries: LinkedAssociate[] } | Extract<DataChanged, { kind: "contested" | "collision" }>;

export type LinkCalls = {
  /**
   * Puts associates into the lists of a company: one read and one write for all (API contract §4.3.5). May be repeated:
   * what already stands there is not doubled, and when all of it does nothing is sent.
   */
  linkAssociates(companyProfileId: string, links: readonly Link[]): Promise<CallResult<LinksMade>>;
  readLinks(companyProfileId: string): Promise<CallResult<LinkedAssociate[]>>;
};

const linkRequests = z.array(linkRequest);

export function linkCalls({ readData, changeData }: CollectedDataCalls): LinkCalls {
  return {
    async linkAssociates(companyProfileId, links) {
      const request = linkRequests.safeParse(links.map(linkRequestOf));
      if (!request.success) return unsendable(request.error);
      const answer = await changeData(companyProfileId, (company) => withLinks(company, links));
      return mapped(answer, (changed) => {
        if (changed.kind === "contested" || changed.kind === "collision") return changed;
        return { kind: "linked", entries: linkedAssociatesOf(changed.data).filter((entry) => isWanted(links, entry)) };
      });
    },

    async readLinks(companyProfileId) {
      return mapped(await readData(companyProfileId), ({ data }) => linkedAssociatesOf(data));
    },
  };
}

function isWanted(links: readonly Link[], entry: LinkedAssociate): boolean {
  return links.some(({ list, profileId }) => list === entry.list && sameId(profileId, entry.profileId));
}
