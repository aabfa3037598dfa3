"use client";
import { Alert, Box, Button, Grid, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconLock, IconRefresh } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { AfterSaving } from "#components/mapping-library/after-saving.tsx";
import { EarlierOffer, type Used } from "#components/mapping-library/earlier-offer.tsx";
import { LibraryCard } from "#components/mapping-library/library-card.tsx";
import { stageHref } from "#components/migrations/stage-looks.ts";
import { useMe } from "#components/shell/me.tsx";
import { useLeaveGuard } from "#components/ui/use-leave-guard.ts";
import { useCommand } from "#lib/client/mutations.ts";
import { saveMapping } from "#lib/contracts/mapping.ts";
import { holdsClients } from "#lib/domain/file-kind.ts";
import { AssociatesSection } from "./associates-section.tsx";
import { BenchCard } from "./bench-card.tsx";
import { catalogueOf } from "./catalogue.ts";
import { ColumnsList } from "./columns-list.tsx";
import { ConstantsSection } from "./constants-section.tsx";
import { withAnswer, withRule, withShared } from "./draft-rules.ts";
import { withKindBy, withoutKindBy } from "./family-draft.ts";
import { KindSection } from "./kind-section.tsx";
import {
  type Answer,
  bodyOf,
  coverageOf,
  type Draft,
  draftOf,
  draftOfBody,
  ignoreOpen,
  type MappingReply,
  openCount,
  takenFields,
} from "./mapping-draft.ts";
import { MappingFileContext } from "./mapping-file.tsx";
import { missingSentences } from "./missing-sentences.ts";
import { RequiredMeter } from "./required-meter.tsx";
import { RulesSection } from "./rules-section.tsx";
import { SaveBar } from "./save-bar.tsx";
import { saveBlockers } from "./save-blockers.ts";
import { VersionsList } from "./versions-list.tsx";

/** The mapping of one file while a person works on it. Keyed by file: another file is another editor. */
export function MappingEditor({
  migrationId,
  mapping,
  onChanged,
}: {
  migrationId: string;
  mapping: MappingReply;
  onChanged: (isChanged: boolean) => void;
}) {
  const me = useMe();
  const router = useRouter();
  const [base, setBase] = useState(() => ({ draft: draftOf(mapping), version: mapping.current?.version ?? 0 }));
  const [draft, setDraft] = useState<Draft>(base.draft);
  const [used, setUsed] = useState<Used | null>(null);
  const goOn = () => router.push(stageHref(migrationId, "review"));
  const save = useCommand(saveMapping, {
    onDone: ({ version }) =>
      notifications.show({
        color: "green",
        title: `Version ${version} is saved`,
        message: `Every row of ${mapping.fileName} is checked with it now.`,
      }),
  });

  const readOnly = !me.may("prepare") || mapping.frozenBecause !== null;
  const isChanged = draft !== base.draft && !save.isSuccess;
  const newerVersion = (mapping.current?.version ?? 0) > base.version && !save.isSuccess ? mapping.current : null;
  const { columns } = mapping;
  const catalogue = catalogueOf(mapping, draft);
  const mappingFile = useMemo(
    () => ({ fileId: mapping.fileId, columnNames: columns.map(({ name }) => name) }),
    [mapping.fileId, columns],
  );
  const taken = takenFields(draft, columns);
  const missing = coverageOf(draft, catalogue).always.filter((coverage) => !coverage.isCovered);

  useLeaveGuard(isChanged ? "The mapping has changes that are not saved." : null);
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);

  const answer = (column: number, next: Answer) => setDraft((now) => withAnswer(now, column, next));
  const takeNewer = () => {
    const fresh = draftOf(mapping);
    setBase({ draft: fresh, version: mapping.current?.version ?? 0 });
    setDraft(fresh);
  };

  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 3 }} order={{ base: 1, lg: 2 }}>
        <Box pos={{ lg: "sticky" }} top={72}>
          <RequiredMeter draft={draft} catalogue={catalogue} />
        </Box>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 9 }} order={{ base: 2, lg: 1 }}>
        <Stack gap="md">
          {mapping.frozenBecause && (
            <Alert color="yellow" icon={<IconLock aria-hidden />} title="The mapping is frozen">
              {mapping.frozenBecause}
            </Alert>
          )}
          {newerVersion && (
            <Alert
              color="yellow"
              icon={<IconRefresh aria-hidden />}
              title={`${newerVersion.createdByName} saved version ${newerVersion.version} meanwhile`}
            >
              <Group gap="sm">
                Saving now would replace it by what you see here.
                <Button size="xs" variant="default" onClick={takeNewer}>
                  Take theirs, drop my changes
                </Button>
              </Group>
            </Alert>
          )}
          {!readOnly && base.version === 0 && !save.isSuccess && (
            <EarlierOffer
              fileId={mapping.fileId}
              columnNames={columns.map(({ name }) => name)}
              used={used}
              onUse={(body, from) => {
                setDraft(draftOfBody(mapping, body));
                setUsed(from);
              }}
              onDrop={() => {
                setDraft(base.draft);
                setUsed(null);
              }}
            />
          )}
          <KindSection
            mapping={mapping}
            kindBy={draft.kindBy}
            readOnly={readOnly}
            onChange={(kindBy) =>
              setDraft((now) => (kindBy ? withKindBy(now, mapping, kindBy) : withoutKindBy(now, mapping)))
            }
          />
          <MappingFileContext value={mappingFile}>
            <ColumnsList
              mapping={mapping}
              draft={draft}
              catalogue={catalogue}
              elsewhere={columnsOfAssociates(mapping, draft)}
              readOnly={readOnly}
              onAnswer={answer}
              onShare={(...shared) => setDraft((now) => withShared(now, ...shared))}
            />
            <RulesSection
              draft={draft}
              catalogue={catalogue}
              readOnly={readOnly}
              onRule={(rule) => setDraft((now) => withRule(now, rule))}
            />
            {catalogue.kinds.includes("company") && holdsClients(mapping.kind) && (
              <AssociatesSection
                mapping={mapping}
                draft={draft}
                catalogue={catalogue}
                readOnly={readOnly}
                onAnswer={answer}
                onDraft={setDraft}
              />
            )}
          </MappingFileContext>
          <ConstantsSection
            constants={draft.constants}
            catalogue={catalogue}
            taken={taken}
            readOnly={readOnly}
            onChange={(constants) => setDraft((now) => ({ ...now, constants }))}
          />
          <BenchCard fileId={mapping.fileId} columnNames={columns.map(({ name }) => name)} mapping={bodyOf(draft)} />
          <VersionsList fileId={mapping.fileId} mayChange={!readOnly} isChanged={isChanged} onReused={goOn} />
          <LibraryCard file={mapping} mayChange={!readOnly} />
          {save.data && <AfterSaving fileId={mapping.fileId} version={save.data.version} onGoOn={goOn} />}
          {!readOnly && (
            <SaveBar
              open={openCount(draft)}
              blockers={saveBlockers(draft, columns, catalogue)}
              missing={missingSentences(
                missing.map((coverage) => coverage.field),
                catalogue.kinds,
              )}
              isChanged={isChanged || base.version === 0}
              isSaving={save.isPending}
              error={save.error}
              onIgnoreOpen={() => setDraft(ignoreOpen)}
              onSave={() =>
                save.mutate({
                  params: { fileId: mapping.fileId },
                  body: { ...bodyOf(draft), madeFrom: used?.savedVersionId ?? undefined },
                })
              }
            />
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** Columns that headers give to an associate of the draft are shown with it. */
const columnsOfAssociates = (mapping: MappingReply, { associates = [] }: Draft): ReadonlySet<number> =>
  new Set(
    mapping.associates.flatMap(({ of, columns }) =>
      associates.some((each) => each.of === of) ? columns.map(({ index }) => index) : [],
    ),
  );
