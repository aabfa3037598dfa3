import type { z } from "zod";
import { type ApiError, Refused } from "../api/refused.ts";

const ERRORS_MAX = 10;

/**
 * Reads a request body by its shape. What does not fit becomes one error 201 per place, with the path in `info.field`.
 * The offending value is not repeated: callers store these messages, and values are people's data.
 */
export function parseBody<Shape extends z.ZodType>(shape: Shape, body: unknown, at: string[] = []): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, ERRORS_MAX).map((issue): ApiError => {
    const field = [...at, ...issue.path].join(".");
    return { code: 201, message: `${field || "The body"} ${sentenceOf(issue)}.`, source: "API", info: { field } };
  });
  throw new Refused(400, errors);
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.includes("received undefined") ? "is required" : `must be of type ${issue.expected}`;
    case "unrecognized_keys":
      return `has keys that are not allowed: ${issue.keys.join(", ")}`;
    case "invalid_value":
      return issue.message.startsWith("Invalid") ? `must be one of ${issue.values.join(", ")}` : issue.message;
    default:
      return issue.message;
  }
}
