/** What Passfort calls the status of an application, in words (API contract §5.1). Other systems add statuses: an unknown one is shown as it is. */
const words: Partial<Record<string, string>> = {
  APPLIED: "Applied",
  APPROVED: "Approved",
  IN_REVIEW: "In review",
  REJECTED: "Rejected",
  CANCELLED: "Cancelled",
};

export function applicationStatusWords(status: string): string {
  return words[status] ?? status;
}
