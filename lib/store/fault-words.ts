import { faultWords as words } from "../domain/fault-words.ts";

/** Where rooms have always asked for it. */
export const faultWords = words;
