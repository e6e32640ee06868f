import type { ReactiveControllerHost } from 'lit';

/** What all panels of a page share. */
export interface OncePerPage<Member> {
  readonly members: ReadonlySet<Member>;
  /** Makes a panel's part of it a member for as long as the panel is connected. */
  join(host: ReactiveControllerHost, member: Member): void;
}

/**
 * Something that a page has once, however many panels it holds.
 *
 * @param connected called for a member before it is added. All members share the signal, which
 *   aborts when the last one leaves. A listener that is already there is not added twice.
 */
export const oncePerPage = <Member>(connected: (member: Member, signal: AbortSignal) => void): OncePerPage<Member> => {
  const members = new Set<Member>();
  let end: AbortController;
  return {
    members,
    join: (host, member) =>
      host.addController({
        hostConnected() {
          if (!members.size) end = new AbortController();
          connected(member, end.signal);
          members.add(member);
        },
        hostDisconnected() {
          members.delete(member);
          if (!members.size) end?.abort();
        },
      }),
  };
};
