import { LibraryScreen } from "#components/mapping-library/library-screen.tsx";

export const metadata = { title: "Mapping library" };

export default function MappingLibraryPage() {
  return <LibraryScreen />;
}
