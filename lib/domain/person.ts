export const roles = ["operator", "approver", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleWords: Record<Role, string> = {
  operator: "Operator",
  approver: "Approver",
  auditor: "Auditor",
  admin: "Admin",
};

/** Who acts. The panel itself (a worker) acts as nobody: `byId` is null. */
export type Operator = { id: string; name: string; email: string; role: Role };

/** What a route needs. One table decides for UI, API and workers. */
export const permissions = ["look", "prepare", "approve", "launch", "halt", "settle_in", "audit"] as const;
export type Permission = (typeof permissions)[number];

/**
 * look: read anything. prepare: upload, map, exclude, plan, draft and submit. approve: approve or refuse a chunk.
 * launch: launch, resume, retry. halt: pause and stop, which never need approval. settle_in: people and connections. audit: read the audit log.
 */
const rolesByPermission: Record<Permission, readonly Role[]> = {
  look: ["operator", "approver", "auditor", "admin"],
  prepare: ["operator"],
  approve: ["approver"],
  launch: ["operator"],
  halt: ["operator", "approver", "admin"],
  settle_in: ["admin"],
  audit: ["auditor", "admin", "approver"],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return rolesByPermission[permission].includes(role);
}

/** The sentence for a person whose role does not allow what they tried. */
export function notPermittedSentence(role: Role, permission: Permission): string {
  const allowed = rolesByPermission[permission].map((allowedRole) => roleWords[allowedRole].toLowerCase());
  return `Your role is ${roleWords[role].toLowerCase()}; this needs ${allowed.join(" or ")}.`;
}
