/** Without the slashes at the end that some people type and some do not. */
export const plainAddress = (baseUrl: string): string => baseUrl.replace(/\/+$/, "");
