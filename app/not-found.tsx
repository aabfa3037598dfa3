import { NotFoundNote } from "#components/shell/not-found-note.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return <NotFoundNote />;
}
