/** The application our product became, among those Passfort lists: ours by alias, else the first. Nulls: none. */
export function applicationOf(
  applications: readonly { id: string; status: string; productAlias?: string | null }[],
  productAlias: string | null,
): { applicationId: string | null; applicationStatus: string | null } {
  const ours = applications.find((application) => application.productAlias === productAlias) ?? applications[0];
  return { applicationId: ours?.id ?? null, applicationStatus: ours?.status ?? null };
}
