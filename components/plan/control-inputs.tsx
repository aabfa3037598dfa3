"use client";
import {
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useMemo } from "react";
import { type ControlSettings, usualControl } from "#lib/domain/control-settings.ts";
import { type RunWindow, weekdays } from "#lib/domain/run-window.ts";
import { runWindowWords, weekdayWords } from "#lib/domain/run-window-words.ts";

type Props = {
  control: ControlSettings;
  onChange: (control: ControlSettings) => void;
  fields: Record<string, string>;
  disabled: boolean;
};

const usualWindow = (): RunWindow => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  from: "20:00",
  until: "06:00",
  days: ["mon", "tue", "wed", "thu", "fri"],
});

/** When a chunk pauses by itself, and when it may send. */
export function ControlInputs({ control, onChange, fields, disabled }: Props) {
  const { breaker, runWindow } = control;
  const breakerInputs = [
    { field: "errors", label: "Clients not created", suffix: undefined, max: 10_000 },
    { field: "percent", label: "Or a share of", suffix: " %", max: 100 },
    { field: "window", label: "Of the last … clients", suffix: undefined, max: 10_000 },
  ] as const;
  return (
    <Stack gap="md">
      <Fieldset legend="A chunk pauses by itself at" disabled={disabled}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {breakerInputs.map(({ field, label, suffix, max }) => (
            <NumberInput
              key={field}
              label={label}
              value={breaker[field]}
              onChange={(value) =>
                onChange({ ...control, breaker: { ...breaker, [field]: Number(value) || usualControl.breaker[field] } })
              }
              min={field === "window" ? 10 : 1}
              max={max}
              suffix={suffix}
              allowDecimal={false}
              allowNegative={false}
              error={fields[`control.breaker.${field}`]}
            />
          ))}
        </SimpleGrid>
        <Text size="sm" c="dimmed" mt="xs">
          It also pauses at once when the key is not accepted, the chargeable limit is reached or the product is not set
          up.
        </Text>
      </Fieldset>
      <Fieldset legend="Run window" disabled={disabled}>
        <Switch
          label="Send only at certain times"
          checked={runWindow !== null}
          onChange={(event) => onChange({ ...control, runWindow: event.currentTarget.checked ? usualWindow() : null })}
        />
        {runWindow && (
          <WindowInputs
            window={runWindow}
            onChange={(next) => onChange({ ...control, runWindow: next })}
            fields={fields}
          />
        )}
      </Fieldset>
    </Stack>
  );
}

function WindowInputs({
  window,
  onChange,
  fields,
}: {
  window: RunWindow;
  onChange: (window: RunWindow) => void;
  fields: Record<string, string>;
}) {
  const zones = useMemo(
    () => [...new Set(["UTC", window.timeZone, ...Intl.supportedValuesOf("timeZone")])],
    [window.timeZone],
  );
  const times = [
    { field: "from", label: "From" },
    { field: "until", label: "Until" },
  ] as const;
  return (
    <Stack gap="sm" mt="sm">
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {times.map(({ field, label }) => (
          <TextInput
            key={field}
            type="time"
            label={label}
            value={window[field]}
            onChange={(event) => onChange({ ...window, [field]: event.currentTarget.value })}
            error={fields[`control.runWindow.${field}`]}
          />
        ))}
        <Select
          label="Time zone"
          data={zones}
          value={window.timeZone}
          onChange={(timeZone) => timeZone && onChange({ ...window, timeZone })}
          error={fields["control.runWindow.timeZone"]}
          searchable
          allowDeselect={false}
          limit={200}
        />
      </SimpleGrid>
      <Checkbox.Group
        label="Days it begins on"
        value={window.days}
        onChange={(days) => onChange({ ...window, days: weekdays.filter((day) => days.includes(day)) })}
        error={fields["control.runWindow.days"]}
      >
        <Group gap="sm" mt={6}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={day} label={weekdayWords[day]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Text size="sm" c="dimmed">
        {window.days.length === 0
          ? "Choose at least one day."
          : `${runWindowWords(window)}. Outside it chunks wait and go on by themselves.`}
      </Text>
    </Stack>
  );
}
