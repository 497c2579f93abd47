import { cleanText } from '../boards/clean-text';

/** Text of a page as one line that XML can hold, and that pptxgenjs may escape. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '');
}

/** The language that a text is set and checked in, by its script. */
export function textLanguage(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja-JP';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko-KR';
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US';
}
