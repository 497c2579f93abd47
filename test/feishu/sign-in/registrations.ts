import type { Registration } from '../entities';
import type { World } from '../router';

/** The registration that a page was opened for, if it still waits for an answer. */
export function openRegistration(userCode: string | null, { store, clock }: World): Registration | undefined {
  const registration = [...store.signIn.registrations.values()].find((one) => one.userCode === userCode);
  const isOpen = registration?.state === 'pending' && registration.expiresAt > clock.now();
  return isOpen ? registration : undefined;
}
