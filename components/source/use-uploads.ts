"use client";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { keyOfUrl } from "#lib/client/queries.ts";
import { uploadFile } from "#lib/contracts/files.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { firstLineOf } from "./guess-entity-type.ts";
import { guessRowKind } from "./guess-row-kind.ts";
import { type RowKind, rowKindLooks } from "./row-kinds.ts";
import { sendFile } from "./send-file.ts";
import type { Upload } from "./upload-phases.ts";

/** The files being brought in: picked, then fingerprinted and sent one after another. */
export function useUploads(migrationId: string) {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextId = useRef(1);
  const stops = useRef(new Map<number, AbortController>());
  const before = useRef<Promise<void>>(Promise.resolve());

  // Leaving the screen ends what is under way; the server keeps nothing of half a file.
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const drop = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const pick = async (files: File[]) => {
    for (const file of files) {
      const guess = guessRowKind(file.name, await firstLineOf(file));
      const id = nextId.current++;
      setUploads((all) => [
        ...all,
        { id, file, guess, rowKind: guess?.rowKind ?? null, phase: "picked", share: 0, error: null },
      ]);
    }
  };

  const start = (upload: Upload) => {
    const { id, file, rowKind } = upload;
    if (!rowKind) return;
    const stop = new AbortController();
    stops.current.set(id, stop);
    change(id, { phase: "queued", share: 0, error: null });
    before.current = before.current.then(async () => {
      try {
        stop.signal.throwIfAborted();
        change(id, { phase: "checking" });
        const sha256 = await fingerprintOf(file, (share) => change(id, { share }), stop.signal);
        change(id, { phase: "sending", share: 0 });
        await sendFile({
          contract: uploadFile,
          asked: { params: { migrationId }, query: rowKindLooks[rowKind].file },
          file,
          name: file.name,
          sha256,
          signal: stop.signal,
          onProgress: (share) => change(id, { share }),
        });
        drop(id);
        notifications.show({
          color: "green",
          title: "Uploaded",
          message: `${file.name} arrived whole. A worker reads it now.`,
        });
      } catch (error) {
        if (!stop.signal.aborted) change(id, { phase: "failed", share: 0, error });
      } finally {
        stops.current.delete(id);
        void queryClient.invalidateQueries({ queryKey: keyOfUrl(`/api/migrations/${migrationId}`) });
      }
    });
  };

  const leaveOut = (id: number) => {
    stops.current.get(id)?.abort(new Error("cancelled"));
    drop(id);
  };

  return {
    uploads,
    pick,
    start,
    leaveOut,
    chooseKind: (id: number, rowKind: RowKind) => change(id, { rowKind }),
  };
}
