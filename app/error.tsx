"use client";
import { Alert, Button, Container, Group, Text } from "@mantine/core";
import { PageHead } from "#components/ui/page-head.tsx";

/** A fault of the panel itself on a screen. Nothing of it is the operator's doing, and their saved work is safe. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Container component="main" size="sm" py="xl">
      <PageHead title="This screen broke" />
      <Alert color="red" role="alert">
        <Text>The panel made a mistake while drawing this screen. What was saved is safe; running chunks go on.</Text>
        {error.digest && (
          <Text size="xs" mt={4}>
            Error number for your admin: <code>{error.digest}</code>
          </Text>
        )}
        <Group mt="sm">
          <Button onClick={reset}>Draw it again</Button>
          <Button variant="default" component="a" href="/">
            To the migrations
          </Button>
        </Group>
      </Alert>
    </Container>
  );
}
