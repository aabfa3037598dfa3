import type { z } from "zod";
import type { RemoteApplication, RemoteProfile } from "./remote-profile.ts";
import { applicationAnswer, type ProfileAnswer, tagAnswer } from "./wire.ts";

/** A profile answer in our words. Either key of the reference counts (API contract §11 row 1). */
export function remoteProfileOf(answer: ProfileAnswer): RemoteProfile {
  const metadata = answer.collected_data?.metadata;
  return {
    id: answer.id,
    role: answer.role ?? null,
    customerRef: answer.collected_data?.customer_ref || answer.collected_data?.customer_reference || null,
    displayName: answer.display_name ?? "",
    applications: remoteApplicationsOf(answer.applications),
    tags: readable(tagAnswer, answer.tags).map(({ id, name }) => ({ id, name })),
    company: metadata ? { country: metadata.country_of_incorporation ?? null, number: metadata.number ?? null } : null,
  };
}

export function remoteApplicationsOf(applications: unknown[] | null | undefined): RemoteApplication[] {
  return readable(applicationAnswer, applications).map(({ id, status, product }) => ({
    id,
    status,
    productAlias: product?.alias ?? null,
  }));
}

/** The entries that have the shape; one that looks new must not hide the others. */
function readable<Shape extends z.ZodType>(shape: Shape, entries: unknown[] | null | undefined): z.infer<Shape>[] {
  return (entries ?? []).flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
