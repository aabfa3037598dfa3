import { countOf } from "#components/chunks/number-words.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { DocumentBundleStatus } from "#lib/domain/document-bundle.ts";
import type { Bundle } from "./document-line.ts";

type Words = { sentenceOf: (bundle: Bundle) => string; isUnderWay: boolean; leaveLabel: string };

const leftOutWords = ({ leftOut }: Bundle): string =>
  leftOut === 0
    ? ""
    : ` ${countOf(leftOut, "folder or leftover", "folders and leftovers")} of the archive passed over.`;

/** What each status of an upload says, whether it changes by itself, and what taking it out is called. */
export const bundleWords: Record<DocumentBundleStatus, Words> = {
  uploaded: {
    sentenceOf: () => "Stored whole and encrypted. A worker will unpack it in a moment.",
    isUnderWay: true,
    leaveLabel: "Stop and withdraw",
  },
  unpacking: {
    sentenceOf: ({ doneEntries, entries, unreadableReason }) => {
      // It goes on by itself; until then, what hinders it.
      if (unreadableReason !== null) return unreadableReason;
      return entries === null
        ? "Unpacking."
        : `Unpacking: ${plainNumber(doneEntries)} of ${countOf(entries, "file")} looked at.`;
    },
    isUnderWay: true,
    leaveLabel: "Stop and withdraw",
  },
  unpacked: {
    sentenceOf: (bundle) =>
      `${countOf(bundle.entries ?? bundle.doneEntries, "file")} looked at.${leftOutWords(bundle)}`,
    isUnderWay: false,
    leaveLabel: "Withdraw",
  },
  unreadable: {
    sentenceOf: ({ unreadableReason }) => unreadableReason ?? "It cannot be unpacked.",
    isUnderWay: false,
    leaveLabel: "Withdraw",
  },
  withdrawn: { sentenceOf: () => "Taken out of the migration.", isUnderWay: false, leaveLabel: "Withdraw" },
};
