import type { IssueEntry } from "./issue-entry.ts";

/** What can be wrong with an associate's place in a company, and with families. */
export const linkIssues = {
  "link.parent_missing": {
    severity: "error",
    title: "Company of an associate is not in the book",
    teaching: "An associate is created in Passfort with its company; without one it cannot leave.",
    template: "No company in the book has the reference “{value}”.",
    fix: "Upload the file of its company, correct the reference, or exclude the row.",
  },
  "link.associate_missing": {
    severity: "error",
    title: "Associate of a link is not in the book",
    teaching: "A link joins a company and an associate; one side alone says nothing.",
    template: "Neither an associate nor a client has the reference “{value}”.",
    fix: "Upload the file of associates, correct the reference, or exclude the row.",
  },
  "link.leads_nowhere": {
    severity: "error",
    title: "Company of an associate is linked to no client",
    teaching:
      "Associates leave with a client of the firm, level by level, ten levels at most. A company that no client leads to never leaves.",
    template: "Company “{value}” is an associate itself, but no client leads to it within {levels} levels.",
    fix: "Add the link from a client to that company, correct the reference, or exclude the row.",
  },
  "link.percentage": {
    severity: "error",
    title: "Percentage is not from 0 to 100",
    teaching: "A share that was misread makes an owner of somebody who is none.",
    template: "{field} “{value}” is not a number from 0 to 100.",
    fix: "Correct the value in the source, take a part of the cell, or leave the column out.",
  },
  "link.role": {
    severity: "error",
    title: "Role is not known",
    teaching: "The role decides in which list of the company Passfort shows the associate.",
    template: "{field} “{value}” is not a role we know.",
    fix: "Say in the column's value map what it means, for example “director” or “shareholder”.",
  },
  "link.self": {
    severity: "error",
    title: "Company is its own associate",
    teaching:
      "A structure that leads back to itself at once has no owner; Passfort would be given the company a second time.",
    template: "Company “{value}” is named as an associate of itself.",
    fix: "Correct one of the two references, or exclude the row: own shares are not an owner.",
  },
  "link.cycle": {
    severity: "warning",
    title: "Companies own each other in a circle",
    teaching: "Nobody stands at the end of a circle; who owns these companies has to be found out otherwise.",
    template: "Following the owners of company “{value}” leads back to it.",
    fix: "Check the two references of each link; leave it if the companies do hold each other.",
  },
  "link.too_deep": {
    severity: "warning",
    title: "Owners are further away than ten levels",
    teaching: "Passfort takes associates of associates up to ten levels; those above stay behind.",
    template: "Above company “{value}” there are more than {levels} levels of owners.",
    fix: "Check the references of the links; or bring the uppermost owners as beneficial owners of the company itself.",
  },
  "link.no_director": {
    severity: "warning",
    title: "Company has no director",
    teaching: "Every company is run by somebody; without them its check is not complete. Partners and trustees count.",
    template: "The book has no director, partner or trustee of this company.",
    fix: "Add the missing associates to the source, or leave it if Passfort shall find them itself.",
  },
  "link.ownership_over": {
    severity: "error",
    title: "Shareholdings are more than 100 %",
    teaching: "Somebody is counted twice or has the wrong share, and who controls the company is not known.",
    template: "The shareholdings of this company are {total} % together.",
    fix: "Correct the percentages, or exclude the associate that is too many.",
  },
  "link.ownership_gap": {
    severity: "info",
    title: "Shareholdings are less than 100 %",
    teaching: "Small holders are often left out; a large gap can hide an owner.",
    template: "The shareholdings of this company are {total} % together; {missing} % are missing.",
    fix: "Nothing, where the rest is spread; else add the missing shareholders to the source.",
  },
  "link.shared_person": {
    severity: "info",
    title: "Person stands in several companies",
    teaching: "Passfort cannot share the profile of an associate between companies, so each gets its own.",
    template:
      "Somebody of this name and date of birth stands in {companies} companies and becomes {profiles} associate profiles.",
    fix: "Nothing; expect the profiles.",
  },
} as const satisfies Record<string, IssueEntry>;
