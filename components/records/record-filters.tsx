"use client";
import { Group, Pill, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useContract } from "#lib/client/queries.ts";
import { listFiles } from "#lib/contracts/files.ts";
import { countParts, countWords } from "#lib/domain/counts.ts";
import { issueCatalogue, issueCodes } from "#lib/domain/issue-catalogue.ts";
import type { RecordFilter } from "./records-href.ts";
import { removableFilters } from "./removable-filters.ts";
import { everyRole, roleOfFilter } from "./role-filter.ts";

const roleChoices = [
  { value: "client", label: "Clients" },
  { value: "associate", label: "Associates" },
  { value: "link", label: "Links" },
  { value: "document", label: "Documents (rows of a manifest)" },
  { value: everyRole, label: "All records" },
];

type Props = { migrationId: string; filter: RecordFilter; onChange: (part: RecordFilter) => void };

/** Narrows the record list: by words, by where a client stands, by what is wrong with it. */
export function RecordFilters({ migrationId, filter, onChange }: Props) {
  const [search, setSearch] = useState(filter.search ?? "");
  const applySearch = useDebouncedCallback((words: string) => onChange({ search: words.trim() }), 400);
  const files = useContract(listFiles, { params: { migrationId } }).data?.files.filter(
    ({ status }) => status === "parsed",
  );
  const choosesFile = files !== undefined && files.length > 1;
  const chips = removableFilters(filter).filter(({ name }) => name !== "fileId" || !choosesFile);
  return (
    <>
      <Group align="flex-end" gap="sm" mb="sm">
        <TextInput
          label="Search"
          placeholder="Beginning of a reference, or a name"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            applySearch(event.currentTarget.value);
          }}
          maxLength={200}
          type="search"
          flex="2 1 220px"
        />
        {choosesFile && (
          <Select
            label="File"
            placeholder="Every file"
            data={files.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.fileId ?? null}
            onChange={(fileId) => onChange({ fileId: fileId ?? "" })}
            clearable
            clearButtonProps={{ "aria-label": "Show clients of every file" }}
            flex="1 1 160px"
          />
        )}
        <Select
          label="Who"
          allowDeselect={false}
          data={roleChoices}
          value={roleOfFilter(filter) ?? everyRole}
          onChange={(role) => onChange({ role: role === "client" ? "" : (role ?? "") })}
          flex="1 1 130px"
        />
        <Select
          label="Where it stands"
          placeholder="Anywhere"
          data={countParts.map((part) => ({ value: part, label: countWords[part] }))}
          value={filter.status ?? null}
          onChange={(status) => onChange({ status: status ?? "" })}
          clearable
          clearButtonProps={{ "aria-label": "Show clients wherever they stand" }}
          flex="1 1 180px"
        />
        <Select
          label="What is wrong"
          placeholder="Anything or nothing"
          data={issueCodes.map((code) => ({ value: code, label: issueCatalogue[code].title }))}
          value={filter.code ?? null}
          onChange={(code) => onChange({ code: code ?? "", field: "" })}
          clearable
          clearButtonProps={{ "aria-label": "Show clients whatever is wrong with them" }}
          searchable
          flex="1 1 220px"
        />
      </Group>
      {chips.length > 0 && (
        <Group gap="xs" mb="sm">
          <Text size="sm" c="dimmed">
            Only:
          </Text>
          {chips.map(({ name, label }) => (
            <Pill
              key={name}
              withRemoveButton
              onRemove={() => onChange({ [name]: "" })}
              size="lg"
              // As it comes it is for the mouse alone, and hidden from the keyboard and from readers.
              removeButtonProps={{
                "aria-label": `Remove the filter ${label}`,
                "aria-hidden": false,
                tabIndex: 0,
                style: { minWidth: 24, minHeight: 24 },
              }}
            >
              {label}
            </Pill>
          ))}
        </Group>
      )}
    </>
  );
}
