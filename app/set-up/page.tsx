import { SetUpForm } from "./set-up-form.tsx";

export const metadata = { title: "Set up" };

export default function SetUpPage() {
  return <SetUpForm />;
}
