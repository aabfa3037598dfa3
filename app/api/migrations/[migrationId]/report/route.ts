import { readReport as readReportContract } from "#lib/contracts/report.ts";
import { handle } from "#lib/http/handle.ts";
import { readReport } from "#lib/stages/report/query/read-report.ts";

export const GET = handle(readReportContract, (ctx, { params }) => readReport(ctx, params.migrationId));
