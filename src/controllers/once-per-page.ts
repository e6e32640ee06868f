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
 * @param connected called for a member before it is added
 * @param ended called when the last one has left. It removes listeners one by one: with the option `signal`, zone.js
 *   before 0.14.3 (Angular up to 17) would end the page's own as well, for good. A page that wraps each listener in a
 *   function of its own keeps ours: they may be called after the end, and more than once
 */
export const oncePerPage = <Member>(connected: (member: Member) => void, ended: () => void): OncePerPage<Member> => {
  const members = new Set<Member>();
  return {
    members,
    join: (host, member) =>
      host.addController({
        hostConnected() {
          connected(member);
          members.add(member);
        },
        hostDisconnected() {
          members.delete(member);
          if (!members.size) ended();
        },
      }),
  };
};
