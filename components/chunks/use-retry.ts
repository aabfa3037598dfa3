"use client";
import { notifications } from "@mantine/notifications";
import { useCommand } from "#lib/client/mutations.ts";
import { retryFailed } from "#lib/contracts/chunks.ts";
import { countOf } from "./number-words.ts";

/** Sends failed clients again and says how many were queued. */
export const useRetry = (onDone: () => void = () => {}) =>
  useCommand(retryFailed, {
    onDone: (reply) => {
      onDone();
      notifications.show({
        title: "Sent again",
        message: `${countOf(reply.retried, "client")} queued once more.`,
        color: "green",
      });
    },
  });
