"use client";
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { DoorCard } from "#components/shell/door-card.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { call, ProblemError } from "#lib/client/call.ts";
import { useContract } from "#lib/client/queries.ts";
import { signIn } from "#lib/client/sign-in.ts";
import { readMe, setUp } from "#lib/contracts/people.ts";

/** The first admin, once. Signs them in straight away. */
export function SetUpForm() {
  const me = useContract(readMe);
  const router = useRouter();
  const queryClient = useQueryClient();
  const [person, setPerson] = useState({ code: "", name: "", email: "", password: "" });
  const create = useMutation({
    mutationFn: async () => {
      await call(setUp, { body: person });
      await signIn(person.email, person.password);
    },
    onSettled: () => queryClient.resetQueries(),
  });

  const isDone = me.data ? !me.data.setUpNeeded : false;
  useEffect(() => {
    if (isDone) router.replace("/");
  }, [isDone, router]);

  const fields = create.error instanceof ProblemError ? create.error.problem.fields : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };

  return (
    <DoorCard
      title="Set up the panel"
      sentence="There are no people yet. You become the first admin; an admin adds operators and approvers, and cannot approve chunks."
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert error={create.error ?? me.error} />
          <TextInput
            label="Set-up code"
            description="Printed where the panel was started, below its address."
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            maxLength={40}
            value={person.code}
            error={fields?.code}
            onChange={(event) => setPerson({ ...person, code: event.currentTarget.value })}
          />
          <TextInput
            label="Your name"
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            value={person.name}
            error={fields?.name}
            onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
          />
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            required
            value={person.email}
            error={fields?.email}
            onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
          />
          <PasswordInput
            label="Password"
            description="At least 12 characters. A sentence is easier to remember than a word."
            name="password"
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={200}
            value={person.password}
            error={fields?.password}
            onChange={(event) => setPerson({ ...person, password: event.currentTarget.value })}
            visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
          />
          <Button type="submit" loading={create.isPending} mt="xs">
            Become the first admin
          </Button>
        </Stack>
      </form>
    </DoorCard>
  );
}
