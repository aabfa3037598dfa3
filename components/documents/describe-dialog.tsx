"use client";
import { Autocomplete, Radio, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { acceptDocuments, describeDocuments } from "#lib/contracts/documents.ts";
import {
  type DocumentUse,
  documentCategories,
  documentTypes,
  documentUses,
  documentUseWords,
  documentWords,
} from "#lib/domain/document.ts";

/** `accept`: whose proposed files are, and what; `describe`: what rows of manifests say, put right. */
export type Describing = { act: "accept" | "describe"; ids: readonly string[] };
type Props = { migrationId: string; describing: Describing | null; onClose: () => void; onDone: () => void };

const placedFields = ["use", "category", "documentType", "reason"];
const hints: Record<DocumentUse, string> = {
  file: "Attached to a note in the profile. No check reads it.",
  document: "Stands among the documents of the profile; checks can read it.",
};

/** Says what documents are: one, or many that are alike. */
export function DescribeDialog({ migrationId, describing, onClose, onDone }: Props) {
  const [use, setUse] = useState<DocumentUse | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const [documentType, setDocumentType] = useState("");
  const [reason, setReason] = useState("");
  const end = (title: string, passedOver: number) => {
    notifications.show({
      color: passedOver > 0 ? "yellow" : "green",
      title,
      message:
        passedOver > 0
          ? `${countOf(passedOver, "document")} stayed as before: settled otherwise meanwhile, or held by a submitted chunk.`
          : "The lists are up to date.",
    });
    close();
    onDone();
  };
  const accept = useCommand(acceptDocuments, {
    onDone: ({ accepted, passedOver }) => end(`${countOf(accepted, "document")} accepted`, passedOver),
  });
  const describe = useCommand(describeDocuments, {
    onDone: ({ described, passedOver }) => end(`${countOf(described, "document")} corrected`, passedOver),
  });
  const close = () => {
    setUse(null);
    setCategory(null);
    setDocumentType("");
    setReason("");
    accept.reset();
    describe.reset();
    onClose();
  };
  const isAccepting = describing?.act === "accept";
  const error = isAccepting ? accept.error : describe.error;
  const fields = error?.problem.fields ?? {};
  const what = countOf(describing?.ids.length ?? 0, "document");
  const chosenCategory = documentCategories.find((each) => each === category);
  const submit = () => {
    if (!describing) return;
    const params = { migrationId };
    const ids = [...describing.ids];
    if (isAccepting && use)
      accept.mutate({
        params,
        body: { documentIds: ids, use, category: chosenCategory ?? null, documentType: documentType.trim() || null },
      });
    if (!isAccepting)
      describe.mutate({
        params,
        body: {
          recordIds: ids,
          ...(use && { use }),
          ...(chosenCategory && { category: chosenCategory }),
          ...(documentType.trim() && { documentType: documentType.trim() }),
          reason,
        },
      });
  };
  return (
    <ConfirmDialog
      opened={describing !== null}
      title={isAccepting ? `Accept ${what}?` : `Describe ${what}`}
      confirmLabel={isAccepting ? `Accept ${what}` : `Correct ${what}`}
      loading={accept.isPending || describe.isPending}
      disabled={isAccepting && use === null}
      onClose={close}
      onConfirm={submit}
    >
      <Stack gap="sm">
        <Text size="sm">
          {isAccepting
            ? "Each then belongs to the owner whose reference its folder or name begins with. Look at some of them first: the paper of one client in the profile of another is a breach of data protection."
            : "What you leave open stays as the manifest says it. It can be taken back on the review."}
        </Text>
        <Radio.Group
          label="Use"
          required={isAccepting}
          value={use}
          error={fields.use}
          onChange={(value) => setUse(documentUses.find((each) => each === value) ?? null)}
        >
          <Stack gap={6} mt={6}>
            {documentUses.map((each) => (
              <Radio key={each} value={each} label={documentUseWords[each]} description={hints[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label="Category"
          description="Needed for an identity paper."
          data={documentCategories.map((value) => ({ value, label: documentWords(value) }))}
          value={category}
          onChange={setCategory}
          error={fields.category}
          searchable
          clearable
        />
        <Autocomplete
          label="Document type"
          description="Needed for an identity paper. Passfort's list grows: a type of its own form is taken, too."
          data={documentTypes.map((type) => documentWords(type))}
          value={documentType}
          onChange={setDocumentType}
          error={fields.documentType}
          maxLength={100}
        />
        {!isAccepting && (
          <ReasonField
            value={reason}
            onChange={setReason}
            placeholder="For example: looked at, all of them are passports"
            error={describe.error}
          />
        )}
        <ProblemAlert error={unplacedProblem(error, placedFields)} />
      </Stack>
    </ConfirmDialog>
  );
}
