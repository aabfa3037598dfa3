"use client";
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { DoorCard } from "#components/shell/door-card.tsx";
import { placeOf } from "#components/shell/place-of.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { pageAfterSignIn, signIn } from "#lib/client/sign-in.ts";
import { readMe } from "#lib/contracts/people.ts";
import { DemoPeople } from "./demo-people.tsx";

export function SignInForm() {
  const me = useContract(readMe);
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => queryClient.resetQueries(),
  });

  const place = me.data && placeOf(me.data);
  useEffect(() => {
    if (place === "set-up") router.replace("/set-up");
    if (place === "panel") router.replace(pageAfterSignIn(new URLSearchParams(window.location.search).get("next")));
  }, [place, router]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };

  return (
    <DoorCard title="Sign in" sentence="Use the e-mail address and password an admin gave you.">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert error={enter.error ?? me.error} />
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
          />
          <Button type="submit" loading={enter.isPending} mt="xs">
            Sign in
          </Button>
        </Stack>
      </form>
      {me.data && me.data.demoPeople.length > 0 && (
        <DemoPeople
          people={me.data.demoPeople}
          password={me.data.demoPassword}
          onPick={(person) => {
            setEmail(person.email);
            setPassword(me.data.demoPassword ?? "");
          }}
        />
      )}
    </DoorCard>
  );
}
