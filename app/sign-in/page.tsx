import { SignInForm } from "./sign-in-form.tsx";

export const metadata = { title: "Sign in" };

export default function SignInPage() {
  return <SignInForm />;
}
