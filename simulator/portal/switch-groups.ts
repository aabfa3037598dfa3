import type { Settings } from "../settings.ts";

export type SwitchGroup =
  | "Time"
  | "Answers"
  | "Search and tags"
  | "Data"
  | "Associates"
  | "Applications and tasks"
  | "Files and notes";

/** What each switch does, for the person who turns it. A new switch does not compile until it is explained here. */
export const SWITCHES: Record<keyof Settings, { group: SwitchGroup; sentence: string }> = {
  latencyMs: { group: "Time", sentence: "Milliseconds added to every call." },
  decisionDelayMs: { group: "Time", sentence: "How long the automatic part of an application takes, in milliseconds." },
  checkDelayMs: { group: "Time", sentence: "How long a check runs, in milliseconds." },
  syncWaitMs: { group: "Time", sentence: "How long a synchronous check is waited for before it goes on by itself." },
  indexDelayMs: { group: "Time", sentence: "How late the search is behind the data, in milliseconds." },
  authErrorsAs: { group: "Answers", sentence: "A missing or unknown key is HTTP 401, or an error inside a 200." },
  errorsAs: {
    group: "Answers",
    sentence: "A refusal has its own status, 422 for wrong data, or is an error inside a 200.",
  },
  createdStatus: { group: "Answers", sentence: "HTTP status of a created profile." },
  unknownEnumValues: { group: "Answers", sentence: "Answers contain values that no published list has." },
  statusBody: { group: "Answers", sentence: "The status of a profile is answered as a bare string, or as an object." },
  riskAs: { group: "Answers", sentence: "The risk of a profile is an overview, or {}." },
  searchCustomerRef: { group: "Search and tags", sentence: "The search also looks at the customer's reference." },
  overLimit: { group: "Search and tags", sentence: "A limit above 200 is cut to 200, or refused." },
  matching: { group: "Search and tags", sentence: "How the words of a search are matched with names and tags." },
  associatesInResults: {
    group: "Search and tags",
    sentence: "A search lists associates apart from customers, or also among them.",
  },
  tagIds: { group: "Search and tags", sentence: "A tag has one id in the account, or one for each profile." },
  repeatedTag: { group: "Search and tags", sentence: "A tag that is there already is no change, or refused." },
  requireStates: { group: "Data", sentence: "Companies in the USA and Canada need a state." },
  roleMustAgree: { group: "Data", sentence: "Role and entity type must agree." },
  datesOnCalendar: { group: "Data", sentence: "Days that no calendar has are refused." },
  sameReference: { group: "Data", sentence: "A second profile with a reference that is there is made, or refused." },
  addressOrder: { group: "Data", sentence: "Which part comes first in the text of an address." },
  fulfilledSteps: {
    group: "Data",
    sentence: "A request for data that is there already is kept until the next write, or dropped.",
  },
  associatesAutoApply: { group: "Associates", sentence: "Automatic products also apply to associates." },
  wrongLinks: {
    group: "Associates",
    sentence: "A link to a profile that cannot be an associate is refused, or taken.",
  },
  foreignTaskVariants: {
    group: "Associates",
    sentence: "A task variant that is not of this company is refused, or taken.",
  },
  linkRefusalCode: {
    group: "Associates",
    sentence: "The code when an associate would move to another company or be nested too deep.",
  },
  associatedRoleByList: { group: "Associates", sentence: "The application that linking brings says in which role." },
  revert: {
    group: "Applications and tasks",
    sentence: "A reverted decision opens the same application, or a new one in its place.",
  },
  emptyApplicationsAutoApply: {
    group: "Applications and tasks",
    sentence: "An empty list of applications counts as missing, so automatic products apply.",
  },
  unknownProduct: {
    group: "Applications and tasks",
    sentence: "A product that does not exist refuses the create, or is left out.",
  },
  categories: {
    group: "Applications and tasks",
    sentence: "The category follows the applications, or stays Applicant.",
  },
  blockedApprovalCode: { group: "Applications and tasks", sentence: "The code when an approval is blocked." },
  repeatedDecision: {
    group: "Applications and tasks",
    sentence: "Approving twice or rejecting twice is refused, or answered as if done.",
  },
  renewalReview: {
    group: "Applications and tasks",
    sentence: "A task about to run out sends to review at once, or when it has run out.",
  },
  manualKeywords: {
    group: "Applications and tasks",
    sentence: "A client with one of these words in the name waits for a person; separate words by commas.",
  },
  uploadLimit: { group: "Files and notes", sentence: "The 50 MB are counted before base64, or after." },
  foreignAttachments: {
    group: "Files and notes",
    sentence: "A note's attachment of another profile is refused, or taken.",
  },
};
