import { plainText } from "./plain-text.ts";

/** Two cells with the same key count as the same value: no regard to case, outer and doubled spaces. */
export const valueKey = (text: string): string => plainText(text).toLowerCase();
