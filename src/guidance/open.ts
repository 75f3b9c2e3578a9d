/** What says of an entry whether the page may hear of it. */
export interface Openable {
  readonly private?: boolean | undefined;
  readonly safety?: readonly string[] | undefined;
}

/** Whether the page may hear of an entry: what tells of danger, health or feelings stays between visitor and screen. */
export const isOpen = ({ private: isPrivate, safety }: Openable): boolean => !isPrivate && !safety?.length;
