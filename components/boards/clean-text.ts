/** Characters that show nothing: control and direction characters, zero-width ones, byte-order marks. */
const invisible = /(?!\s)[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F]|\uFEFF/gu;

/** The joiner that makes one emoji out of several is the one invisible character that shows. */
const emojiJoiner =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})/gu;

/** A private-use character that stands in for such a joiner. */
const standIn = '\uF8FF';

/** Text of a page or document as one line: without invisible characters, white space as single spaces. */
export function cleanText(text: string): string {
  return text
    .replaceAll(standIn, '')
    .replace(emojiJoiner, standIn)
    .replace(invisible, '')
    .replaceAll(standIn, '\u200D')
    .replace(/\s+/g, ' ')
    .trim();
}
