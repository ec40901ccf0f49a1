// What names and initials look like, as sources of patterns.

/** “Osei”, “O'Neill”, “van der Berg”. An acronym has no small letters. */
export const nameBut = (noNames: string) =>
  '(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn' +
  String.raw`|st)[ -]){0,4}(?!${noNames}\b)\p{Lu}(?:['-]\p{Lu}?)?\p{Ll}`;

/** “JS”, “J.S.”, “J. S.”. */
export const initialsBut = (noInitials: string) =>
  String.raw`\b(?!${noInitials}\b)(?:\p{Lu}\p{Lu}|\p{Lu}\. ?\p{Lu}\.?)(?![\p{L}'])`;
