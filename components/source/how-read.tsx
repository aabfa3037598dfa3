"use client";
import { Alert, Button, Drawer, Group, List, Select, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { previewFile, readFileAgain } from "#lib/contracts/files.ts";
import { encodings, type FormChoice } from "#lib/domain/source-form.ts";
import type { ListedFile } from "./file-words.ts";
import { RowsTable } from "./rows-table.tsx";

type Props = { file: ListedFile | null; mayChange: boolean; onClose: () => void };
type Preview = ReplyOf<typeof previewFile>;

/** How a file was read and why, what is doubtful about it, and another form to read it in, with the rows as they would be. */
export function HowRead({ file, mayChange, onClose }: Props) {
  return (
    <Drawer
      opened={file !== null}
      onClose={onClose}
      size="min(1200px, 100vw)"
      title={file ? `How ${file.name} was read` : ""}
    >
      {file && <Reading file={file} mayChange={mayChange} onDone={onClose} />}
    </Drawer>
  );
}

function Reading({ file, mayChange, onDone }: { file: ListedFile; mayChange: boolean; onDone: () => void }) {
  const [choice, setChoice] = useState<FormChoice | null>(null);
  // Fields that are typed into begin anew when everything is found out again.
  const [round, setRound] = useState(0);
  const preview = useContract(
    previewFile,
    { params: { fileId: file.id }, query: choice === null ? {} : { form: JSON.stringify(choice) } },
    { placeholderData: keepPreviousData },
  );
  const again = useCommand(readFileAgain, { onDone });
  const shown = preview.data;
  if (!shown) return preview.error ? <ProblemAlert error={preview.error} /> : <Skeleton h={320} />;
  return (
    <Stack gap="md">
      <ProblemAlert error={preview.error ?? again.error} />
      {shown.problem && (
        <Alert color="red" title="It cannot be read so">
          {shown.problem}
        </Alert>
      )}
      <Reasons preview={shown} />
      {mayChange && (
        <FormFields
          key={round}
          preview={shown}
          onChange={(part) => setChoice({ ...(choice ?? shown.choice), ...part })}
        />
      )}
      <section aria-labelledby="preview-title">
        <Title order={3} id="preview-title" mb="xs">
          The first rows, read so
        </Title>
        <RowsTable fileName={file.name} columns={shown.columns} rows={shown.rows} />
      </section>
      {mayChange && (
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              setChoice({});
              setRound(round + 1);
            }}
          >
            Find everything out again
          </Button>
          <Button
            disabled={choice === null || shown.problem !== null}
            loading={again.isPending}
            onClick={() => choice && again.mutate({ params: { fileId: file.id }, body: choice })}
          >
            Read again with this form
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const doubtsShown = 20;

function Reasons({ preview: { reading } }: { preview: Preview }) {
  if (!reading) return null;
  const doubts = [
    ...reading.doubts.map(({ lineNumber, sentence }) => (lineNumber ? `Line ${lineNumber}: ${sentence}` : sentence)),
    ...reading.unusual.map(({ lineNumber, because }) => `Line ${lineNumber} is unlike the others. ${because}`),
    ...reading.damage.map(
      ({ sentence, examples }) => `${sentence} Seen: ${examples.map(({ value }) => value).join(", ")}.`,
    ),
    ...reading.ragged.examples.map(
      ({ rowNumber, lineNumber, cells }) =>
        `Row ${rowNumber} (line ${lineNumber}) has ${cells} cells, not as many as there are columns.`,
    ),
  ];
  const different = [...new Set(doubts)];
  const left = [
    reading.preamble.length > 0 ? `${countOf(reading.preamble.length, "line")} above the column names` : "",
    reading.repeatedHeaders.count > 0 ? `${countOf(reading.repeatedHeaders.count, "repeat")} of the column names` : "",
    reading.blankTail > 0 ? `${countOf(reading.blankTail, "blank row")} at the end` : "",
    reading.skippedEnd.length > 0 ? `${countOf(reading.skippedEnd.length, "row")} at the end, as chosen` : "",
  ].filter((part) => part !== "");
  return (
    <Stack gap="xs">
      <List size="sm" spacing={2}>
        {reading.reasons.map(({ about, sentence }) => (
          <List.Item key={about}>{sentence}</List.Item>
        ))}
        {left.length > 0 && <List.Item>Left out: {left.join(", ")}.</List.Item>}
      </List>
      {doubts.length > 0 && (
        <Alert color="yellow" title="Look at these before going on">
          <List size="sm" spacing={2}>
            {different.slice(0, doubtsShown).map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
            {different.length > doubtsShown && <List.Item>And {different.length - doubtsShown} more.</List.Item>}
          </List>
        </Alert>
      )}
    </Stack>
  );
}

const delimiterOptions = [
  { value: ",", label: "Comma ," },
  { value: ";", label: "Semicolon ;" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Pipe |" },
  { value: "^", label: "Caret ^" },
  { value: ":", label: "Colon :" },
  { value: "~", label: "Tilde ~" },
];
/** A delimiter that was found out and is none of the usual is offered too. */
const optionsWith = (delimiter: string | undefined) =>
  !delimiter || delimiterOptions.some(({ value }) => value === delimiter)
    ? delimiterOptions
    : [...delimiterOptions, { value: delimiter, label: delimiter }];
const quoteOptions = [
  { value: '"', label: 'Double "' },
  { value: "'", label: "Single '" },
  { value: "none", label: "None: quotes are letters" },
];

const numberIn = (text: string): number => Number(text.replace(/\D/g, ""));

function FormFields({
  preview: { form, choice, reading },
  onChange,
}: {
  preview: Preview;
  onChange: (part: FormChoice) => void;
}) {
  // Each preview reads the beginning of the file: once a person pauses, not at every key.
  const typed = useDebouncedCallback(onChange, 400);
  const isText = form === null || form.format === "delimited";
  const headerLine = choice.headerLine === undefined ? form?.headerLine : choice.headerLine;
  return (
    <Group gap="sm" align="flex-end" component="section" aria-label="Another form">
      {form?.format !== "workbook" && (
        <Select
          label="Encoding"
          data={[...encodings]}
          value={choice.encoding ?? form?.encoding ?? null}
          onChange={(value) => onChange({ encoding: encodings.find((encoding) => encoding === value) })}
        />
      )}
      {isText && (
        <>
          <Select
            label="Between the cells"
            data={optionsWith(choice.delimiter ?? form?.delimiter)}
            value={choice.delimiter ?? form?.delimiter ?? null}
            onChange={(value) => value && onChange({ delimiter: value })}
          />
          <Select
            label="Quotation marks"
            data={quoteOptions}
            value={(choice.quote ?? form?.quote) || "none"}
            onChange={(value) => onChange({ quote: value === "'" || value === '"' ? value : "" })}
          />
        </>
      )}
      {form?.format === "workbook" && reading && (
        <Select
          label="Sheet"
          data={reading.sheets.map(({ name, isHidden }) => ({
            value: name,
            label: isHidden ? `${name} (hidden)` : name,
          }))}
          value={choice.sheet ?? form.sheet}
          onChange={(value) => value && onChange({ sheet: value, headerLine: undefined })}
        />
      )}
      {form?.format !== "json" && (
        <TextInput
          label="Line of the column names"
          description="Empty: no line names them"
          inputMode="numeric"
          key={`header-of-${choice.sheet ?? ""}`}
          defaultValue={headerLine ?? ""}
          onChange={({ currentTarget }) => typed({ headerLine: numberIn(currentTarget.value) || null })}
        />
      )}
      <TextInput
        label="Rows to leave out at the end"
        inputMode="numeric"
        defaultValue={choice.skipEnd ?? form?.skipEnd ?? 0}
        onChange={({ currentTarget }) => typed({ skipEnd: Math.min(1000, numberIn(currentTarget.value)) })}
      />
      <Text size="xs" c="dimmed">
        Nothing changes until the file is read again.
      </Text>
    </Group>
  );
}
