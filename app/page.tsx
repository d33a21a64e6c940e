export default function LandingPage() {
  return (
    <main className="mx-auto max-w-prose p-8">
      <h1 className="text-2xl font-semibold">Baybook</h1>
      <p>Book an EV charging slot ahead of time and charge when you arrive.</p>
    </main>
  );
}
