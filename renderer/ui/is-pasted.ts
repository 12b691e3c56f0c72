/** Whether a change of a field came as a whole text from somewhere else. */
export function isPasted(change: Event): boolean {
  return change instanceof InputEvent && /Paste|Drop/.test(change.inputType);
}
