import type { Role } from "../../domain/person.ts";

/** The people of a first start with the simulator: never made where a real Passfort is configured. */
export const demoPeople: readonly { name: string; email: string; role: Role }[] = [
  { name: "Olivia Operator", email: "operator@causeway.example", role: "operator" },
  { name: "Amir Approver", email: "approver@causeway.example", role: "approver" },
  { name: "Audrey Auditor", email: "auditor@causeway.example", role: "auditor" },
  { name: "Ada Admin", email: "admin@causeway.example", role: "admin" },
];
export const demoPassword = "causeway-demo";
