/** “http_503” as “HTTP 503”; null for anything else. */
export function httpStatusWords(code: string): string | null {
  const status = /^http_(\d{3})$/.exec(code)?.[1];
  return status ? `HTTP ${status}` : null;
}
