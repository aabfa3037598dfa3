import { PeopleScreen } from "#components/people/people-screen.tsx";

export const metadata = { title: "People" };

export default function PeoplePage() {
  return <PeopleScreen />;
}
