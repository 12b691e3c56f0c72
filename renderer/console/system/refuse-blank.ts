import { isSeen } from '../../../domain/line-of-text.ts';

/**
 * Has the browser mark a field in which nothing can be seen, as it marks one that has to be filled
 * in; an empty one is left to `required`.
 * @param words what is said of it
 */
export function refuseBlank(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  field.setCustomValidity(field.value === '' || isSeen(field.value) ? '' : words);
}
