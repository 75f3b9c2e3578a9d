/** Whether the page may hear of an entry: what tells of danger, health or feelings stays between visitor and screen. */
export const isOpen = ({
  private: isPrivate,
  safety,
}: {
  readonly private?: boolean;
  readonly safety?: readonly string[];
}): boolean => !isPrivate && !safety?.length;
