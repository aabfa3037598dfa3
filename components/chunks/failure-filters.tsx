"use client";
import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { statusWords } from "#components/ui/status-words.ts";
import { useContract } from "#lib/client/queries.ts";
import { listFiles } from "#lib/contracts/files.ts";
import { type FailureFilter, notCreatedStatuses } from "#lib/domain/failure-filter.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureCodeChoices } from "./failure-code-choices.ts";
import { notCreatedOf } from "./identity-rows.ts";
import { countOf } from "./number-words.ts";

type Props = {
  chunk: ChunkDashboard;
  filter: FailureFilter;
  onChange: (filter: FailureFilter) => void;
  /** How many fit; undefined until that is known. */
  fitting: number | undefined;
  /** What can be done with those that fit. */
  children: ReactNode;
};

const statusChoices = notCreatedStatuses.map((status) => ({ value: status, label: statusWords[status].label }));

/** Narrows the clients that were not created: by words, status, code and file. A filter that is set says how many fit, and can be taken off. */
export function FailureFilters({ chunk, filter, onChange, fitting, children }: Props) {
  const [words, setWords] = useState(filter.search ?? "");
  const searchInput = useRef<HTMLInputElement>(null);
  const change = (part: FailureFilter) => onChange({ ...filter, ...part });
  const applyWords = useDebouncedCallback((typed: string) => change({ search: typed.trim() || undefined }), 400);
  const takeOff = () => {
    applyWords.cancel();
    setWords("");
    onChange({});
    // The button goes with the filter; whoever came by keyboard goes on at the controls.
    searchInput.current?.focus();
  };
  const isSet = Object.values(filter).some((part) => part !== undefined);
  return (
    <>
      <Group align="flex-end" gap="sm" mb="sm">
        <TextInput
          ref={searchInput}
          label="Search"
          placeholder="Reference or what happened"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            applyWords(event.currentTarget.value);
          }}
          maxLength={200}
          type="search"
          flex="2 1 220px"
        />
        <Select
          label="Status"
          placeholder="Any"
          data={statusChoices}
          value={filter.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Show clients of every status" }}
          flex="1 1 130px"
        />
        <Select
          label="What went wrong"
          placeholder="Anything"
          data={failureCodeChoices(chunk.failureCodes, filter.code)}
          value={filter.code ?? null}
          onChange={(code) => change({ code: code ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Show clients whatever went wrong" }}
          flex="1 1 180px"
        />
        <FileSelect
          migrationId={chunk.migrationId}
          fileId={filter.fileId}
          onChange={(fileId) => change({ fileId: fileId ?? undefined })}
        />
      </Group>
      <Group gap="sm" mb={isSet ? "sm" : 0} mih={isSet ? 30 : 0}>
        <Text size="sm" role="status">
          {isSet && fitting !== undefined && fitsWords(fitting, notCreatedOf(chunk.deliveries))}
        </Text>
        {isSet && (
          <Button size="xs" variant="subtle" onClick={takeOff}>
            Take the filter off
          </Button>
        )}
        {isSet && children}
      </Group>
    </>
  );
}

type FileProps = { migrationId: string; fileId: string | undefined; onChange: (fileId: string | null) => void };

/** One file is no choice, unless it was chosen by an address. */
function FileSelect({ migrationId, fileId, onChange }: FileProps) {
  const files = useContract(listFiles, { params: { migrationId } }).data?.files.filter(
    ({ status }) => status === "parsed",
  );
  if (files === undefined || (files.length < 2 && fileId === undefined)) return null;
  return (
    <Select
      label="File"
      placeholder="Every file"
      data={files.map(({ id, name }) => ({ value: id, label: name }))}
      value={fileId ?? null}
      onChange={onChange}
      clearable
      clearButtonProps={{ "aria-label": "Show clients of every file" }}
      flex="1 1 160px"
    />
  );
}

const fitsWords = (fitting: number, all: number): string =>
  `${plainNumber(fitting)} of ${countOf(all, "client")} ${fitting === 1 ? "fits" : "fit"}.`;
