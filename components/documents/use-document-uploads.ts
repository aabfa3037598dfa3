"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { fingerprintOf } from "#components/source/fingerprint.ts";
import { sendFile } from "#components/source/send-file.ts";
import { keyOfUrl } from "#lib/client/queries.ts";
import { uploadDocuments } from "#lib/contracts/documents.ts";

/** The files under way: how many of those chosen have arrived, which one is being sent, and what did not arrive. */
export type DocumentUploads = {
  total: number;
  arrived: number;
  present: { name: string; share: number; phase: "checking" | "sending" } | null;
  failed: { file: File; error: unknown }[];
};

const none: DocumentUploads = { total: 0, arrived: 0, present: null, failed: [] };

/** Sends chosen files one after another; thousands of loose ones are one line with a count. */
export function useDocumentUploads(migrationId: string) {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState(none);
  const stop = useRef(new AbortController());
  const before = useRef<Promise<void>>(Promise.resolve());

  // Leaving the screen ends what is under way; the server keeps nothing of half a file.
  useEffect(() => () => stop.current.abort(new Error("left")), []);

  const sendOne = async (file: File, signal: AbortSignal) => {
    if (signal.aborted) return;
    // A folder that was dropped or chosen whole tells where each file lay in it.
    const path = ("path" in file && typeof file.path === "string" ? file.path : file.webkitRelativePath) || file.name;
    const name = path.replace(/^\.?\//, "");
    const tell = (phase: "checking" | "sending") => (share: number) =>
      setUploads((all) => ({ ...all, present: { name, share, phase } }));
    try {
      tell("checking")(0);
      const sha256 = await fingerprintOf(file, tell("checking"), signal);
      tell("sending")(0);
      await sendFile({
        contract: uploadDocuments,
        asked: { params: { migrationId } },
        ...{ file, name, sha256, signal, onProgress: tell("sending") },
      });
      setUploads((all) => ({ ...all, arrived: all.arrived + 1, present: null }));
    } catch (error) {
      if (!signal.aborted) setUploads((all) => ({ ...all, present: null, failed: [...all.failed, { file, error }] }));
    } finally {
      void queryClient.invalidateQueries({ queryKey: keyOfUrl(`/api/migrations/${migrationId}`) });
    }
  };

  const send = (files: readonly File[]) => {
    const { signal } = stop.current;
    setUploads((all) => ({
      ...(all.present === null ? none : all),
      total: (all.present === null ? 0 : all.total) + files.length,
    }));
    for (const file of files) before.current = before.current.then(() => sendOne(file, signal));
  };

  const cancel = () => {
    stop.current.abort(new Error("cancelled"));
    stop.current = new AbortController();
    setUploads(none);
  };

  return { uploads, send, cancel };
}
