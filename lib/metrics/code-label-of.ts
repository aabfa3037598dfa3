/**
 * What can be the code of a call that was not accepted: Passfort's own (API contract §1.5), HTTP statuses, and the panel's words. A code that is
 * not listed is counted as another, so that nothing an answer holds becomes a label.
 */
const knownCodes: ReadonlySet<string> = new Set([
  ...["101", "102", "103", "104", "105", "106", "107", "201", "202", "203", "204", "301", "302", "303"],
  ...["401", "402", "501", "502"],
  ...["http_400", "http_401", "http_403", "http_404", "http_408", "http_409", "http_412", "http_413", "http_422"],
  ...["http_429", "http_500", "http_502", "http_503", "http_504"],
  ...["bad_settings", "connection_lost", "no_connection", "timeout", "unreadable_answer", "worker_died"],
  ...[
    "applied_by_itself",
    "collision",
    "document_gone",
    "document_unreadable",
    "never_answered",
    "no_application",
    "not_settled",
  ],
  ...["no_such_task", "not_approved", "not_found", "not_running", "not_sendable", "several_profiles", "storage_away"],
  ...["check_error", "check_pending", "stopped_before", "stopped_halfway", "taken_over_gone"],
]);

/** The code as monitoring may see it. */
export const codeLabelOf = (code: string | null): string => (code !== null && knownCodes.has(code) ? code : "other");
