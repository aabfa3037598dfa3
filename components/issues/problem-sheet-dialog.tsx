"use client";
import { Button, Group, Modal, Radio, Select, Skeleton, Stack, Text } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { countProblems } from "#lib/contracts/returns.ts";
import type { Cause } from "./cause.ts";
import { problemSheetHref, type Which } from "./problem-sheet-href.ts";

type Props = { migrationId: string; causes: readonly Cause[]; opened: boolean; onClose: () => void };

const everyCause = "all";

/** Which problems of which file, and in what form. Nothing is changed by it. */
export function ProblemSheetDialog({ migrationId, causes, opened, onClose }: Props) {
  const problems = useContract(countProblems, { params: { migrationId } }, { enabled: opened });
  const [chosenFile, setFile] = useState<string | null>(null);
  const [which, setWhich] = useState<Which>("errors");
  const [causeKey, setCause] = useState<string | null>(everyCause);
  const files = problems.data?.files ?? [];
  const file = files.find(({ fileId }) => fileId === chosenFile) ?? files[0];
  const ofFile = causes.filter(({ fileId, severity }) => fileId === file?.fileId && severity !== "info");
  const cause = ofFile.find(({ key }) => key === causeKey);
  const hrefOf = (format: "xlsx" | "csv") =>
    file ? problemSheetHref({ fileId: file.fileId, which, cause }, format) : undefined;
  const isEmpty = !file || (!cause && file[which] === 0);
  return (
    <Modal opened={opened} onClose={onClose} title="Download the problems">
      <Stack gap="md">
        <ProblemAlert error={problems.error} onRetry={() => void problems.refetch()} />
        {problems.isPending && <Skeleton height={120} aria-label="Counting the problems" />}
        {problems.data && !file && <Text size="sm">No row has a problem. There is nothing to download.</Text>}
        {file && (
          <>
            {files.length > 1 && (
              <Select
                label="File"
                data={files.map(({ fileId, name }) => ({ value: fileId, label: name }))}
                value={file.fileId}
                onChange={setFile}
                allowDeselect={false}
              />
            )}
            <Radio.Group
              label="Rows"
              value={which}
              onChange={(value) => setWhich(value === "warnings" ? value : "errors")}
            >
              <Stack gap={6} mt={6}>
                <Radio
                  value="errors"
                  label={`With errors: ${countOf(file.errors, "row")}`}
                  disabled={cause !== undefined}
                />
                <Radio
                  value="warnings"
                  label={`With errors or warnings: ${countOf(file.warnings, "row")}`}
                  disabled={cause !== undefined}
                />
              </Stack>
            </Radio.Group>
            <Select
              label="Cause"
              data={[
                { value: everyCause, label: "Every cause" },
                ...ofFile.map(({ key, title, fieldLabel, count }) => ({
                  value: key,
                  label: `${title}${fieldLabel ? `, ${fieldLabel}` : ""} (${count.toLocaleString("en-GB")})`,
                })),
              ]}
              value={cause ? cause.key : everyCause}
              onChange={setCause}
              allowDeselect={false}
            />
            <Text size="sm" c="dimmed">
              The file has every cell of these rows: personal data, as it is in {file.name}. The download is recorded in
              the audit log. Delete the file when it is returned.
            </Text>
            {file.xlsxProblem && <Text size="sm">{file.xlsxProblem}</Text>}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
          <DownloadButton href={hrefOf("csv")} label="CSV" variant="default" disabled={isEmpty} />
          <DownloadButton
            href={hrefOf("xlsx")}
            label="XLSX"
            variant="filled"
            disabled={isEmpty || (file?.xlsxProblem ?? null) !== null}
          />
        </Group>
      </Stack>
    </Modal>
  );
}

type DownloadProps = { href: string | undefined; label: string; variant: "default" | "filled"; disabled: boolean };

function DownloadButton({ href, label, variant, disabled }: DownloadProps) {
  const icon = <IconFileDownload size={16} aria-hidden />;
  if (disabled || !href)
    return (
      <Button variant={variant} leftSection={icon} disabled>
        Download {label}
      </Button>
    );
  return (
    <Button component="a" href={href} download variant={variant} leftSection={icon}>
      Download {label}
    </Button>
  );
}
